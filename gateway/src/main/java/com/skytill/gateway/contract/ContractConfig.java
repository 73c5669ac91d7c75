package com.skytill.gateway.contract;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.util.List;

/** Which OpenAPI documents the gateway routes by. */
@ConfigMapping(prefix = "skytill.gateway.contract")
interface ContractConfig {

    /** The folder on the class path that holds {@code <service>/openapi.yaml}; tests have their own. */
    @WithDefault("contract")
    String folder();

    /** The services whose documents are looked for; one without a document is absent from the API. */
    @WithDefault("auth,products,customers,vouchers,leads")
    List<String> services();
}
