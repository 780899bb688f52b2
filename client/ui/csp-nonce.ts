/** With this, what adds style elements may do so under the Content-Security-Policy; empty where the page has none. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
