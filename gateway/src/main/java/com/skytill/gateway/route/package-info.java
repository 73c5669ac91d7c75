/** The gateway's addresses and what a request to each goes through. */
package com.skytill.gateway.route;
