/**
 * Requests to the services and answers back, over Vert.x's HTTP client. Not by vertx-http-proxy: it turns every failure
 * into a bare 502, cannot send again, passes a service's hop-by-hop headers and copies all headers three times each way.
 */
package com.skytill.gateway.proxy;
