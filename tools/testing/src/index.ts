export { engineerExample, examplePayload, repositoryText } from './engineer-example.ts'
