package com.skytill.auth.bootstrap;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.util.Optional;

/** Who the first administrator is, when there is no user yet. */
@ConfigMapping(prefix = "skytill.bootstrap")
interface BootstrapConfig {

    /** What the administrator signs in with. */
    @WithDefault("admin")
    String username();

    /** Without one, a random one is made and shown once on standard output. */
    Optional<String> password();

    /** An OAuth client of the administrator's, if wanted; needs its secret. */
    Optional<String> clientId();

    /** 256 random bits, of at least 32 characters. Another one is valid from the next start on. */
    Optional<String> clientSecret();

    /** Where that client is sent back to. */
    Optional<String> redirectUrl();

    /** The WISP's name, until staff change it. */
    @WithDefault("Skytill")
    String companyName();
}
