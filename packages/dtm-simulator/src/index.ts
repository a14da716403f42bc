export { simulationSecret, type SecretOverrides } from './simulation-secret.ts'
