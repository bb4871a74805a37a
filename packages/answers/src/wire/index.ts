/** Questions and inputs as they come over a wire. */
export { answer, type Surroundings } from './answer.ts';
export { type OperationName, operationNames, schemas, situationSchema } from './schemas.ts';
