import { setNonce } from 'get-nonce'
import { nonce } from './csp-nonce.ts'

// Radix adds a style element while a dialog holds the page still; the Content-Security-Policy asks for this on it.
if (nonce !== '') setNonce(nonce)
