/** The access log: what came, who sent it, how it was answered, and nothing that is secret. */
package com.skytill.gateway.access;
