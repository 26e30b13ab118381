/**
 * Small hints between the processes of one installation ("something new is stored, look"). Never the truth itself: a
 * listener reloads from the database. Delivery is at most once; a listener is called with `null` when hints may have
 * been missed, and should then look for itself.
 */
export interface Bus {
  /** `payload` at most 7,000 bytes. Listeners of this process hear it at once, others when the network allows. */
  publish(topic: string, payload: string): void;
  /** Returns the way to stop. */
  subscribe(topic: string, listener: (payload: string | null) => void): () => void;
  close(): Promise<void>;
}
