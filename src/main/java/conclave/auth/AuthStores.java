package conclave.auth;

/** All that this package keeps. */
public record AuthStores(
    AccountStore accounts, CodeStore codes, SessionStore sessions, CertificateStore certificates) {}
