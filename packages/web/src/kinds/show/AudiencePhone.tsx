export default function AudiencePhone({ stageId }: { stageId: string; teamName?: string }) {
  return <p>{stageId}</p>;
}
