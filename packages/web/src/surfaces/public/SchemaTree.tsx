import { usePublicWords } from '../../words/public.ts';
import { membersOf, range, typeWords, type Schema } from './schema.ts';

/** Deeper levels start folded. */
const OPEN_DEPTH = 2;

/** A schema as a tree of names and types; `known` resolves `$ref`. */
export function SchemaTree({ schema, known }: { schema: Schema; known: Readonly<Record<string, Schema>> }) {
  const say = usePublicWords();
  const whole = resolved(schema, known);
  return (
    <div className="tree">
      <code className="type">{typeWords(schema) || say('apiAny')}</code>
      <Limits schema={whole} />
      <Members schema={whole} known={known} depth={0} />
    </div>
  );
}

const resolved = (schema: Schema, known: Readonly<Record<string, Schema>>): Schema =>
  schema.$ref === undefined ? schema : (known[typeWords(schema)] ?? schema);

function Members({
  schema,
  known,
  depth,
}: {
  schema: Schema;
  known: Readonly<Record<string, Schema>>;
  depth: number;
}) {
  const say = usePublicWords();
  const members = membersOf(schema);
  if (members.length === 0) return null;
  return (
    <ul>
      {members.map((member) => {
        const inner = resolved(member.schema, known);
        const line = (
          <>
            <code className="member">{member.name}</code>{' '}
            <code className="type">{typeWords(member.schema) || say('apiAny')}</code>
            {!member.required && <span className="quiet"> {say('apiOptional')}</span>}
            <Limits schema={member.schema} />
          </>
        );
        return (
          <li key={member.name}>
            {membersOf(inner).length === 0 ? (
              line
            ) : (
              <details open={depth < OPEN_DEPTH}>
                <summary>{line}</summary>
                <Members schema={inner} known={known} depth={depth + 1} />
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Limits({ schema }: { schema: Schema }) {
  const say = usePublicWords();
  const chars = range(schema.minLength, schema.maxLength);
  const items = range(schema.minItems, schema.maxItems);
  const words = [
    range(schema.minimum, schema.maximum),
    chars === '' ? '' : say('apiChars', { range: chars }),
    items === '' ? '' : say('apiItems', { range: items }),
    schema.pattern ?? '',
  ].filter((text) => text !== '');
  return words.length === 0 ? null : <span className="limits"> {words.join(' · ')}</span>;
}
