/** The services' OpenAPI documents: the routing table and the one merged document come from them. */
package com.skytill.gateway.contract;
