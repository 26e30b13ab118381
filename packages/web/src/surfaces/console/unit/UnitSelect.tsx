import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { useCall } from '../base/useCall.ts';
import { unitTree, type UnitNode } from './unitTree.ts';

interface Option {
  value: string;
  title: string;
  search: string;
  children: Option[];
}

const options = (nodes: readonly UnitNode[]): Option[] =>
  nodes.map(({ unit, children }) => ({
    value: unit.id,
    title: unit.name,
    search: [unit.name, unit.short, unit.code, ...unit.aliases].join(' ').toLowerCase(),
    children: options(children),
  }));

/** Picks a unit of the tree by name, short name, code or alias. */
export function UnitSelect(props: { id?: string; value?: string; onChange?: (id: string) => void }) {
  const units = useCall('unit.list', {});
  const tree = useMemo(() => options(unitTree(units.data?.units ?? [])), [units.data]);
  return (
    <TreeSelect
      {...props}
      showSearch={{
        filterTreeNode: (text, node) => String(node['search']).includes(text.trim().toLowerCase()),
      }}
      treeData={tree}
      treeDefaultExpandAll={tree.length < 20}
      loading={units.isPending}
    />
  );
}
