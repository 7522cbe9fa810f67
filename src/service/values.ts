import { deserialize, serialize } from 'node:v8';

/** A domain value as bytes, so that a process can keep it and pass it on without reading it. */
export type ValueBytes<T> = Uint8Array & { readonly value?: T };

/** The bytes of a value of plain data. */
export const bytesOfValue = <T>(value: T): ValueBytes<T> => serialize(value);

/** The value of bytes that `bytesOfValue` made. */
export const valueOfBytes = <T>(bytes: ValueBytes<T>): T => deserialize(bytes);
