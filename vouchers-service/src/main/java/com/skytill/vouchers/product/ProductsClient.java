package com.skytill.vouchers.product;

import io.quarkus.oidc.client.reactive.filter.OidcClientRequestReactiveFilter;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** products-service, called with a token of this service's own. */
@RegisterRestClient(configKey = "products")
@RegisterProvider(OidcClientRequestReactiveFilter.class)
@Path("/api/v1")
interface ProductsClient {

    /**
     * The products that changed at that change number or later, retired ones too.
     *
     * @param after the next of the page before; null for the first
     */
    @GET
    @Path("/get_available_data_products")
    Uni<ProductChanges> changes(
            @RestQuery("changed_since") long changedSince, @RestQuery int limit, @RestQuery String after);

    /**
     * The products that may be sold, as they are at that moment: changes are held back while a transaction is under way that began
     * before them, whatever it does.
     *
     * @param search only those with this in their name or code; null for all
     * @param after the next of the page before; null for the first
     */
    @GET
    @Path("/get_available_data_products")
    Uni<ProductChanges> sold(@RestQuery String search, @RestQuery int limit, @RestQuery String after);
}
