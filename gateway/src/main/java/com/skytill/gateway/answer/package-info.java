/** What the gateway answers itself: problems with their challenges, and the request's ID. */
package com.skytill.gateway.answer;
