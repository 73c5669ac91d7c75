/** Request bodies: how they are delimited, how large they may be, whether they are read whole or streamed. */
package com.skytill.gateway.body;
