import { setNonce } from 'get-nonce'

// Radix adds a style element while a dialog holds the page still; the Content-Security-Policy asks for this on it.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
if (nonce) setNonce(nonce)
