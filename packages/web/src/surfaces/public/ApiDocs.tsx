import './apiDocs.css';
import { useMemo, useState } from 'react';
import { ApiRefusal } from '../../api/client.ts';
import { usePublicWords } from '../../words/public.ts';
import { grouped, linesOf, type Content, type Description, type Line } from './apiList.ts';
import { Refused } from './Refused.tsx';
import type { Schema } from './schema.ts';
import { SchemaTree } from './SchemaTree.tsx';
import { useReply } from './useReply.ts';

const SOURCE = '/api/openapi.json';

async function description(): Promise<Description> {
  const response = await fetch(SOURCE).catch(() => {
    throw new ApiRefusal(0, 'network');
  });
  if (!response.ok) throw new ApiRefusal(response.status, `http.${response.status}`);
  return (await response.json()) as Description;
}

/** The API reference, made in the browser from the description the server gives. */
export default function ApiDocs() {
  const say = usePublicWords();
  const { reply, again } = useReply(description);
  return (
    <>
      <h1>{say('apiDocs')}</h1>
      <p>
        {say('apiIntro')}{' '}
        <a className="source" href={SOURCE}>
          {say('apiSource')}
        </a>
      </p>
      {reply.is === 'waiting' && <p className="quiet opening">{say('opening')}</p>}
      {reply.is === 'refused' && <Refused refusal={reply.refusal} again={again} />}
      {reply.is === 'here' && <Listing description={reply.value} />}
    </>
  );
}

function Listing({ description }: { description: Description }) {
  const say = usePublicWords();
  const [typed, setTyped] = useState('');
  const lines = useMemo(() => linesOf(description), [description]);
  const groups = grouped(lines, typed);
  const shown = groups.reduce((sum, [, group]) => sum + group.length, 0);
  const known = description.components?.schemas ?? {};
  return (
    <>
      <input
        type="search"
        className="search no-print"
        value={typed}
        placeholder={say('apiSearch')}
        aria-label={say('apiSearch')}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p className="quiet num" role="status">
        {shown === 0 ? say('apiNone') : say('apiCount', { shown, all: lines.length })}
      </p>
      {groups.map(([group, inGroup]) => (
        <section key={group}>
          <h2>{group}</h2>
          {inGroup.map((line) => (
            <Endpoint key={line.operation.operationId} line={line} known={known} />
          ))}
        </section>
      ))}
    </>
  );
}

/** Folded until asked for: sixty trees at once would be slow on an old phone. */
function Endpoint({ line, known }: { line: Line; known: Readonly<Record<string, Schema>> }) {
  const { operation } = line;
  const [open, setOpen] = useState(() => location.hash === `#${operation.operationId}`);
  return (
    <details
      id={operation.operationId}
      className="endpoint"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span className={`method ${line.method}`}>{line.method}</span>
        <code className="path">{line.path}</code>
        <span className="summary">{operation.summary}</span>
      </summary>
      {open && <Detail line={line} known={known} />}
    </details>
  );
}

function Detail({ line, known }: { line: Line; known: Readonly<Record<string, Schema>> }) {
  const say = usePublicWords();
  const { operation } = line;
  return (
    <div className="detail">
      <p>
        <a className="name" href={`#${operation.operationId}`}>
          {operation.operationId}
        </a>
      </p>
      <h3>{say('apiWho')}</h3>
      <p>
        <Who line={line} />
      </p>
      {operation.parameters.length > 0 && (
        <>
          <h3>{say('apiParameters')}</h3>
          <ul className="parameters">
            {operation.parameters.map((parameter) => (
              <li key={parameter.name}>
                <code className="member">{parameter.name}</code>{' '}
                <span className="quiet">
                  {parameter.in} · {say(parameter.required ? 'apiRequired' : 'apiOptional')}
                </span>{' '}
                <SchemaTree schema={parameter.schema} known={known} />
              </li>
            ))}
          </ul>
        </>
      )}
      {operation.requestBody !== undefined && (
        <Body title={say('apiRequest')} content={operation.requestBody.content} known={known} />
      )}
      {Object.entries(operation.responses).map(([status, response]) => (
        <Body
          key={status}
          title={`${say('apiReply')} ${status}`}
          content={response.content ?? {}}
          known={known}
        />
      ))}
    </div>
  );
}

function Who({ line }: { line: Line }) {
  const say = usePublicWords();
  const access = line.operation['x-access'];
  const { who, ...facts } = access;
  return who === 'public' || who === 'self' || who === 'filtered' || who === 'staff' || who === 'entrant'
    ? say(`who.${who}`, facts)
    : JSON.stringify(access);
}

function Body({
  title,
  content,
  known,
}: {
  title: string;
  content: Content;
  known: Readonly<Record<string, Schema>>;
}) {
  const say = usePublicWords();
  return Object.entries(content).map(([media, { schema }]) => (
    <section key={media}>
      <h3>
        {title} <small className="quiet">{media}</small>
      </h3>
      {schema.format === 'binary' ? <p>{say('apiFile')}</p> : <SchemaTree schema={schema} known={known} />}
    </section>
  ));
}
