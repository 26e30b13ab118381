export default function TeamPhone({ stageId }: { stageId: string; teamName?: string }) {
  return <p>{stageId}</p>;
}
