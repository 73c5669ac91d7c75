package com.skytill.vouchers.hotspot;

import com.skytill.platform.secret.SecretBox;

import jakarta.inject.Singleton;

/** Keeps the routers' secrets sealed at rest: read back only to sign what is sent to the router. */
@Singleton
public final class HotspotSecrets {

    private static final String CONTEXT = "hotspots.coa_secret";

    private final SecretBox box;

    HotspotSecrets(SecretBox box) {
        this.box = box;
    }

    String seal(String secret) {
        return box.seal(secret, CONTEXT);
    }

    /** The secret that was sealed. */
    public String open(String sealed) {
        return box.open(sealed, CONTEXT);
    }
}
