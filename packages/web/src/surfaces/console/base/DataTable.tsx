import { App, Button, Empty, Input, Table, type TableColumnType } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useWords } from '../words.ts';
import { copyText } from '../../../ui/copyText.ts';
import { compareCells, csvText, saveText, tabText } from './tableText.ts';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** The cell as text or number: for sorting, searching, copying and export. */
  readonly text: (row: Row) => string | number | null;
  readonly render?: (row: Row) => ReactNode;
  readonly width?: number;
  readonly align?: 'right' | 'center';
  /** Offers the values found as a filter. */
  readonly filter?: boolean;
  readonly fixed?: boolean;
  /** Not data: neither sorted nor copied. */
  readonly acts?: boolean;
}

interface Props<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Base name of the export. */
  readonly name: string;
  /** What to do when there is nothing. */
  readonly empty: ReactNode;
  readonly toolbar?: ReactNode;
  readonly renderExpanded?: ((row: Row) => ReactNode) | undefined;
  readonly rowClass?: (row: Row) => string;
  readonly pageSize?: number;
}

function antColumn<Row>(column: Column<Row>, rows: readonly Row[]): TableColumnType<Row> {
  const { key, title, text, render, width, align, filter, fixed, acts } = column;
  const made: TableColumnType<Row> = {
    key,
    title,
    render: (_, row) => (render === undefined ? (text(row) ?? '—') : render(row)),
  };
  if (width !== undefined) made.width = width;
  if (align !== undefined) made.align = align;
  if (fixed === true) made.fixed = 'left';
  if (acts === true) return made;
  made.sorter = (a, b) => compareCells(text(a), text(b));
  if (filter === true) {
    const values = [...new Set(rows.map((row) => String(text(row) ?? '—')))].sort((a, b) =>
      compareCells(a, b),
    );
    made.filters = values.map((value) => ({ text: value, value }));
    made.onFilter = (value, row) => String(text(row) ?? '—') === value;
  }
  return made;
}

/** A list as organisers know it from Excel: search, sort, filter, copy, export. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { rows, columns, rowKey, name, empty, toolbar, renderExpanded, rowClass, pageSize = 50 } = props;
  const w = useWords();
  const { message } = App.useApp();
  const [search, setSearch] = useState('');
  const data = useMemo(() => columns.filter((column) => column.acts !== true), [columns]);
  const shown = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    if (wanted === '') return rows;
    return rows.filter((row) =>
      data.some((column) =>
        String(column.text(row) ?? '')
          .toLowerCase()
          .includes(wanted),
      ),
    );
  }, [rows, data, search]);
  const grid = () => [
    data.map((column) => column.title),
    ...shown.map((row) => data.map((c) => c.text(row))),
  ];
  return (
    <div className="stack" style={{ gap: 10 }}>
      <div className="bar spread">
        <div className="bar">{toolbar}</div>
        {rows.length > 0 && (
          <div className="bar">
            <Input.Search
              allowClear
              aria-label={w('table.search')}
              placeholder={w('table.search')}
              style={{ width: 200 }}
              onChange={(event) => setSearch(event.target.value)}
            />
            <Button
              onClick={() => {
                if (copyText(tabText(grid()))) void message.success(w('table.copied', { n: shown.length }));
              }}
            >
              {w('table.copy')}
            </Button>
            <Button onClick={() => saveText(csvText(grid()), `${name}.csv`, 'text/csv')}>
              {w('table.export')}
            </Button>
          </div>
        )}
      </div>
      <Table<Row>
        size="small"
        bordered
        rowKey={rowKey}
        columns={columns.map((column) => antColumn(column, rows))}
        dataSource={[...shown]}
        scroll={{ x: 'max-content' }}
        pagination={
          shown.length > pageSize && {
            defaultPageSize: pageSize,
            showSizeChanger: true,
            showTotal: (total) => w('table.total', { n: total }),
          }
        }
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} /> }}
        {...(rowClass === undefined ? {} : { rowClassName: rowClass })}
        {...(renderExpanded === undefined ? {} : { expandable: { expandedRowRender: renderExpanded } })}
      />
    </div>
  );
}
