package io.contacthub.autoconfigure.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the client makes of each behaviour of a server.
 * <p>
 * The second column is what the failure says of the answer: {@code none}, or the status
 * followed by the beginning of the body, by {@code -} for no body, or by nothing where
 * the body does not matter. The others are as {@link Expectation} explains, {@code -}
 * where the behaviour is for another operation. The calls of slow answers have short
 * time-outs and are made at the same time.
 * <p>
 * Where an engine cannot do better, a second table has what holds for it.
 */
final class FaultTable {

	private static final String SLOW = "slow answers";

	private static final String TABLE = """
			behaviour                                             | answer         | findById      | findAll       | insert      | replace       | patch         | deleteById
			--- readable answers
			200 with the document                                 | none           | value         | value         | value       | value         | value         | value
			200 with the document in slow chunks                  | none           | value         | value         | value       | value         | value         | value
			200 with the document in small chunks                 | none           | value         | value         | value       | value         | value         | value
			201 with the document                                 | none           | value         | value         | value       | value         | value         | value
			299 with the document                                 | none           | value         | value         | value       | value         | value         | value
			200 with the document as text/plain                   | none           | value         | value         | value       | value         | value         | value
			200 with the document as text/html                    | none           | value         | value         | value       | value         | value         | value
			200 with the document without Content-Type            | none           | value         | value         | value       | value         | value         | value
			200 with the document and a Content-Type that is none | none           | value         | value         | value       | value         | value         | value
			200 with the document and an unknown charset          | none           | value         | value         | value       | value         | value         | value
			200 with the document in UTF-16                       | none           | value         | value         | value       | value         | value         | value
			200 with the document after a byte order mark         | none           | value         | value         | value       | value         | value         | value
			200 with the document in gzip                         | none           | value         | value         | value       | value         | value         | value
			200 with the document to the end of the connection    | none           | value         | value         | value       | value         | value         | value
			200 of HTTP/1.0 with the document                     | none           | value         | value         | value       | value         | value         | value
			200 without a reason                                  | none           | value         | value         | value       | value         | value         | value
			100, then 200 with the document                       | none           | value         | value         | value       | value         | value         | value
			103, then 200 with the document                       | none           | value         | value         | value       | value         | value         | value
			200 with members of wrong types                       | none           | value         | value         | value       | value         | value         | value
			204 to a PATCH, else 200 with the document            | none           | value         | value         | value       | value         | value/2       | value
			--- unreadable answers
			204 without a body                                    | 204 -          | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable/2  | value
			200 without a body                                    | 200 -          | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable/2  | value
			200 with an empty chunked body                        | 200 -          | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable/2  | value
			200 with HTML                                         | 200 <html>     | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with HTML as JSON                                 | 200 <html>     | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with half a document                              | 200 {"id":"c1" | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with a Content-Length that is too short           | 200 {"         | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with two documents                                | 200 {"id":"c1" | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with blanks                                       | 200 -          | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with null                                         | 200 null       | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable/2  | value
			200 with an empty array                               | 200 []         | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with a text                                       | 200 "c1c1      | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with a number                                     | 200 17         | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with true                                         | 200 true       | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with NaN as a member                              | 200 {"id":"c1" | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with invalid UTF-8                                | 200 {"id":"c1" | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with 30,000 arrays in each other                  | 200 [[[[       | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with 100,000 arrays in each other                 | 200 [[[[       | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with 10,000 objects in a member                   | 200 {"id":"c1" | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with a number of 10,000 digits                    | 200 {"id":"c1" | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with a number of 100,000 digits                   | 200 {"id":"c1" | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with a number beyond all numbers                  | 200 {"id":"c1" | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with a huge document                              | 200 {"id":"c1" | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with a huge document in chunks                    | 200 {"id":"c1" | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with an endless document                          | 200 {"id":"c1" | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with a gzip bomb                                  | 200            | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with half a document in gzip                      | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | value
			200 with gzip that is none                            | 200            | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			--- lists
			list without elements                                 | 200 {"         | -             | Unreadable    | -           | -             | -             | -
			list without a page                                   | 200 {"         | -             | Unreadable    | -           | -             | -             | -
			list that is a customer                               | 200 {"         | -             | Unreadable    | -           | -             | -             | -
			list whose elements are null                          | 200 {"         | -             | Unreadable    | -           | -             | -             | -
			list whose elements are an object                     | 200 {"         | -             | Unreadable    | -           | -             | -             | -
			list with a text as an element                        | 200 {"         | -             | Unreadable    | -           | -             | -             | -
			list with a list as an element                        | 200 {"         | -             | Unreadable    | -           | -             | -             | -
			list with null as an element                          | 200 {"         | -             | Unreadable    | -           | -             | -             | -
			list whose page is a text                             | 200 {"         | -             | Unreadable    | -           | -             | -             | -
			list with a negative page number                      | 200 {"         | -             | Unreadable    | -           | -             | -             | -
			list with a negative total of elements                | 200 {"         | -             | Unreadable    | -           | -             | -             | -
			list with a negative total of pages                   | 200 {"         | -             | Unreadable    | -           | -             | -             | -
			list whose total is a text                            | 200 {"         | -             | Unreadable    | -           | -             | -             | -
			list whose total is beyond all numbers                | 200 {"         | -             | Unreadable    | -           | -             | -             | -
			list without a total of pages                         | 200 {"         | -             | Unreadable    | -           | -             | -             | -
			list without a total of elements                      | 200 {"         | -             | Unreadable    | -           | -             | -             | -
			list without a page number                            | 200 {"         | -             | Unreadable    | -           | -             | -             | -
			list of another page                                  | 200 {"         | -             | Unreadable    | -           | -             | -             | -
			--- broken answers
			body cut off before its length                        | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | value
			body reset before its length                          | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | value
			body cut off within a chunk                           | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | value
			body cut off between two chunks                       | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | value
			body with a chunk whose length is none                | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | value
			body with a malformed chunk                           | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | value
			Content-Length that is no number                      | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			random data                                           | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			greeting of another protocol                          | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			alert of TLS                                          | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			empty answer                                          | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			connection reset                                      | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			connection closed without an answer                   | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			connection closed before the request is read          | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			connection reset within the request                   | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			connection closed within the status line              | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			connection closed after the status line               | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			connection closed within the headers                  | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			connection reset within the headers                   | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			100 and nothing else                                  | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			endless headers                                       | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			header of 10 MB                                       | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			status that is no number                              | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			status of two digits                                  | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			--- slow answers
			no answer in time                                     | none           | Timeout×3     | Timeout×3     | Timeout     | Timeout×3     | Timeout×3     | Timeout×3
			silence                                               | none           | Timeout×3     | Timeout×3     | Timeout     | Timeout×3     | Timeout×3     | Timeout×3
			silence after 100                                     | none           | Timeout×3     | Timeout×3     | Timeout     | Timeout×3     | Timeout×3     | Timeout×3
			silence within the headers                            | none           | Timeout×3     | Timeout×3     | Timeout     | Timeout×3     | Timeout×3     | Timeout×3
			silence within the body                               | none           | Timeout×3     | Timeout×3     | Timeout     | Timeout×3     | Timeout×3     | value
			headers that drip too slowly                          | none           | Timeout×3     | Timeout×3     | Timeout     | Timeout×3     | Timeout×3     | Timeout×3
			body that drips too slowly                            | none           | Timeout×3     | Timeout×3     | Timeout     | Timeout×3     | Timeout×3     | value
			headers that drip for ever                            | none           | Timeout×+     | Timeout×+     | Timeout     | Timeout×+     | Timeout×+     | Timeout×+
			body that drips for ever                              | none           | Timeout×+     | Timeout×+     | Timeout     | Timeout×+     | Timeout×+     | value
			500 with a body that drips for ever                   | 500            | Resource      | Resource      | Resource    | Resource      | Resource      | Resource
			404 and silence within the body                       | 404            | Resource      | Resource      | Resource    | Resource      | Resource      | Resource
			silence, then the document                            | none           | value/2       | value/2       | Timeout     | value/2       | value/2       | value/2
			no connection in time                                 | none           | Offline×3/0   | Offline×3/0   | Offline×3/0 | Offline×3/0   | Offline×3/0   | Offline×3/0
			silence instead of TLS                                | none           | Offline×3/0   | Offline×3/0   | Offline×3/0 | Offline×3/0   | Offline×3/0   | Offline×3/0
			--- unreachable servers
			connection refused                                    | none           | Offline×3/0   | Offline×3/0   | Offline×3/0 | Offline×3/0   | Offline×3/0   | Offline×3/0
			unknown host                                          | none           | Offline×3/0   | Offline×3/0   | Offline×3/0 | Offline×3/0   | Offline×3/0   | Offline×3/0
			untrusted certificate                                 | none           | Resource/0    | Resource/0    | Resource/0  | Resource/0    | Resource/0    | Resource/0
			--- statuses
			301 to another server                                 | 301 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			302 to another server                                 | 302 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			303 to another server                                 | 303 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			307 to another server                                 | 307 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			308 to another server                                 | 308 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			101                                                   | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			300                                                   | 300 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			304                                                   | 304 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			305                                                   | 305 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			402                                                   | 402 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			405                                                   | 405 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			406                                                   | 406 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			407                                                   | 407 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			411                                                   | 411 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			414                                                   | 414 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			415                                                   | 415 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			418                                                   | 418 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			425                                                   | 425 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			428                                                   | 428 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			431                                                   | 431 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			451                                                   | 451 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			499                                                   | 499 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			600                                                   | 600 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			799                                                   | 799 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			999                                                   | 999 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			407 with Proxy-Authenticate                           | 407 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			400 without a body                                    | 400 -          | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			413 without a body                                    | 413 -          | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			422 without a body                                    | 422 -          | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			401 without a body                                    | 401 -          | Denied        | Denied        | Denied      | Denied        | Denied        | Denied
			401 with WWW-Authenticate                             | 401 -          | Denied        | Denied        | Denied      | Denied        | Denied        | Denied
			403 without a body                                    | 403 -          | Denied        | Denied        | Denied      | Denied        | Denied        | Denied
			404 without a body                                    | 404 -          | Resource      | Resource      | Resource    | Resource      | Resource      | Resource
			410 without a body                                    | 410 -          | Resource      | Resource      | Resource    | Resource      | Resource      | Resource
			409 without a body                                    | 409 -          | Conflict      | Conflict      | Conflict    | Conflict      | Conflict      | Conflict
			408 without a body                                    | 408 -          | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			502 without a body                                    | 502 -          | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			503 without a body                                    | 503 -          | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			504 without a body                                    | 504 -          | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			423 without a body                                    | 423 -          | Transient×3   | Transient×3   | Transient×3 | Transient×3   | Transient×3   | Transient×3
			429 without a body                                    | 429 -          | Transient×3   | Transient×3   | Transient×3 | Transient×3   | Transient×3   | Transient×3
			503 with Retry-After: 0                               | 503 -          | Transient×3   | Transient×3   | Transient×3 | Transient×3   | Transient×3   | Transient×3
			503 with Retry-After: 999999                          | 503 -          | Transient×3   | Transient×3   | Transient×3 | Transient×3   | Transient×3   | Transient×3
			503 with Retry-After: Fri, 31 Dec 1999 23:59:59 GMT   | 503 -          | Transient×3   | Transient×3   | Transient×3 | Transient×3   | Transient×3   | Transient×3
			503 with Retry-After: Tue, 31 Dec 2199 23:59:59 GMT   | 503 -          | Transient×3   | Transient×3   | Transient×3 | Transient×3   | Transient×3   | Transient×3
			503 with Retry-After: 99999999999999999999            | 503 -          | Transient×3   | Transient×3   | Transient×3 | Transient×3   | Transient×3   | Transient×3
			503 with Retry-After: soon                            | 503 -          | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			503 with Retry-After: -5                              | 503 -          | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			503 with Retry-After: 1.5                             | 503 -          | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			423 with Retry-After: 0                               | 423 -          | Transient×3   | Transient×3   | Transient×3 | Transient×3   | Transient×3   | Transient×3
			429 with Retry-After: 0                               | 429 -          | Transient×3   | Transient×3   | Transient×3 | Transient×3   | Transient×3   | Transient×3
			502 with Retry-After: 0                               | 502 -          | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			500 with Retry-After: 0                               | 500 -          | Resource      | Resource      | Resource    | Resource      | Resource      | Resource
			500 without a body                                    | 500 -          | Resource      | Resource      | Resource    | Resource      | Resource      | Resource
			501 without a body                                    | 501 -          | Resource      | Resource      | Resource    | Resource      | Resource      | Resource
			505 without a body                                    | 505 -          | Resource      | Resource      | Resource    | Resource      | Resource      | Resource
			507 without a body                                    | 507 -          | Resource      | Resource      | Resource    | Resource      | Resource      | Resource
			511 without a body                                    | 511 -          | Resource      | Resource      | Resource    | Resource      | Resource      | Resource
			599 without a body                                    | 599 -          | Resource      | Resource      | Resource    | Resource      | Resource      | Resource
			--- bodies of errors
			400 with an error of the API                          | 400 -          | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			409 with an error of the API                          | 409 -          | Conflict      | Conflict      | Conflict    | Conflict      | Conflict      | Conflict
			500 with the error of Spring Boot                     | 500 -          | Resource      | Resource      | Resource    | Resource      | Resource      | Resource
			400 with an error whose members are of wrong types    | 400            | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			400 with errors that are texts and nulls              | 400            | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			401 with HTML                                         | 401 <html>     | Denied        | Denied        | Denied      | Denied        | Denied        | Denied
			404 with HTML                                         | 404 <html>     | Resource      | Resource      | Resource    | Resource      | Resource      | Resource
			404 with an error of the API                          | 404 -          | nothing       | Empty         | Empty       | Empty         | Empty         | Empty
			410 with an error of the API                          | 410 -          | nothing       | Empty         | Empty       | Empty         | Empty         | Empty
			404 with the error of Spring Boot                     | 404 -          | Resource      | Resource      | Resource    | Resource      | Resource      | Resource
			404 with an error that lacks its logref               | 404 -          | Resource      | Resource      | Resource    | Resource      | Resource      | Resource
			502 with HTML                                         | 502 <html>     | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			500 with a Content-Type that is none                  | 500 -          | Resource      | Resource      | Resource    | Resource      | Resource      | Resource
			400 with half an error                                | 400 -          | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			400 with an error that is cut off                     | 400            | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			409 with an error that is cut off within a chunk      | 409            | Conflict      | Conflict      | Conflict    | Conflict      | Conflict      | Conflict
			503 with an error that is reset                       | 503            | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			500 with an endless body                              | 500            | Resource      | Resource      | Resource    | Resource      | Resource      | Resource
			404 with an endless body                              | 404            | Resource      | Resource      | Resource    | Resource      | Resource      | Resource
			400 with a message of 10 MB                           | 400            | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			400 with a message of 50,000 characters               | 400 -          | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			400 with data of 50,000 characters                    | 400 -          | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			422 with 1,000 errors                                 | 422 -          | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			400 with 100,000 arrays in each other                 | 400 [[[[       | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			400 with 400 arrays in a member                       | 400            | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			400 with a number of 10,000 digits                    | 400            | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			400 with a number beyond all numbers                  | 400            | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			400 with invalid UTF-8                                | 400            | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			400 with an error in UTF-16                           | 400 -          | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			400 with an error in gzip                             | 400 -          | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			400 with a gzip bomb                                  | 400            | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			503 with gzip that is none                            | 503            | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | Transient×3
			--- recoveries
			503, 503, then the document                           | 503 -          | value/3       | value/3       | Transient   | value/3       | value/3       | value/3
			503 with Retry-After twice, then the document         | none           | value/3       | value/3       | value/3     | value/3       | value/3       | value/3
			429, then the document                                | none           | value/2       | value/2       | value/2     | value/2       | value/2       | value/2
			408, then the document                                | 408 -          | value/2       | value/2       | Transient   | value/2       | value/2       | value/2
			reset, then the document                              | none           | value/2       | value/2       | Transient   | value/2       | value/2       | value/2
			half a body, then the document                        | none           | value/2       | value/2       | Transient   | value/2       | value/2       | value
			503, then HTML                                        |                | Unreadable×2  | Unreadable×2  | Transient   | Unreadable×2  | Unreadable×2  | value/2
			503, then 400                                         |                | Integrity×2   | Integrity×2   | Transient   | Integrity×2   | Integrity×2   | Integrity×2
			""";

	/**
	 * The client of the JDK and Jetty's are set up not to ask for gzip, and take what
	 * they get. The client of the JDK at times tells that a body broke off before it
	 * tells the status, so that a DELETE is repeated. Jetty at times takes a malformed
	 * chunk for the end of the body, opens connections in advance, and does not tell a
	 * time-out of TLS from others. Reactor Netty takes 103 for the answer, the end of a
	 * stream of gzip for that of the body, and a name that is too long for no host at
	 * all. Both take 101 for an answer, the other engines for a broken connection.
	 */
	private static final String LIMITS = """
			behaviour                                             | answer         | findById      | findAll       | insert      | replace       | patch         | deleteById
			--- JDK
			200 with the document in gzip                         | 200            | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with half a document in gzip                      | 200            | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with gzip that is none                            | 200 {"id":"c1" | value         | Unreadable    | value       | value         | value         | value
			400 with an error in gzip                             | 400            | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			body cut off before its length                        | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | value/+
			body reset before its length                          | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | value/+
			body cut off within a chunk                           | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | value/+
			body cut off between two chunks                       | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | value/+
			body with a chunk whose length is none                | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | value/+
			body with a malformed chunk                           | none           | Transient×3   | Transient×3   | Transient   | Transient×3   | Transient×3   | value/+
			--- JETTY
			200 with the document in gzip                         | 200            | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with half a document in gzip                      | 200            | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			200 with gzip that is none                            | 200 {"id":"c1" | value         | Unreadable    | value       | value         | value         | value
			400 with an error in gzip                             | 400            | Integrity     | Integrity     | Integrity   | Integrity     | Integrity     | Integrity
			body with a chunk whose length is none                | none           | -             | -             | -           | -             | -             | value
			body with a malformed chunk                           | none           | -             | -             | -           | -             | -             | value
			connection closed before the request is read          | none           | Transient×3/+ | Transient×3/+ | Transient/+ | Transient×3/+ | Transient×3/+ | Transient×3/+
			connection reset within the request                   | none           | Transient×3/+ | Transient×3/+ | Transient/+ | Transient×3/+ | Transient×3/+ | Transient×3/+
			101                                                   | 101 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			silence instead of TLS                                | none           | Timeout×3/0   | Timeout×3/0   | Timeout/0   | Timeout×3/0   | Timeout×3/0   | Timeout×3/0
			--- REACTOR_NETTY
			103, then 200 with the document                       | 103 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			200 with half a document in gzip                      | 200            | Unreadable    | Unreadable    | Unreadable  | Unreadable    | Unreadable    | value
			unknown host                                          | none           | Offline×3/0   | Offline×3/0   | Transient/0 | Offline×3/0   | Offline×3/0   | Offline×3/0
			101                                                   | 101 -          | Usage         | Usage         | Usage       | Usage         | Usage         | Usage
			""";

	private FaultTable() {
	}

	/**
	 * What is documented for an engine.
	 */
	static List<Row> rows(Engine engine) {
		Map<String, Row> limits = read(LIMITS).stream()
			.filter((row) -> row.section.equals(engine.name()))
			.collect(Collectors.toMap(Row::behaviour, Function.identity()));
		return rows().stream().map((row) -> row.limitedBy(limits.get(row.behaviour))).toList();
	}

	/**
	 * What is documented.
	 */
	static List<Row> rows() {
		return read(TABLE);
	}

	private static List<Row> read(String table) {
		List<Row> rows = new ArrayList<>();
		List<String> header = null;
		String current = "";
		for (String line : table.lines().toList()) {
			List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
			if (line.startsWith("--- ")) {
				current = line.substring(4);
			}
			else if (header == null) {
				header = cells;
			}
			else {
				rows.add(row(current, header, cells));
			}
		}
		return rows;
	}

	private static Row row(String section, List<String> header, List<String> cells) {
		assertThat(cells).as(cells.get(0)).hasSameSizeAs(header);
		Map<FaultOperation, Expectation> expectations = new LinkedHashMap<>();
		for (FaultOperation operation : FaultOperation.values()) {
			String cell = cells.get(header.indexOf(operation.label()));
			if (!cell.equals("-")) {
				expectations.put(operation, Expectation.parse(cell));
			}
		}
		return new Row(section, cells.get(0), cells.get(1), expectations);
	}

	/**
	 * A row of the table.
	 *
	 * @param section the section that it is in
	 * @param behaviour the name of the behaviour
	 * @param answer what a failure says of the answer
	 * @param expectations the outcomes
	 */
	record Row(String section, String behaviour, String answer, Map<FaultOperation, Expectation> expectations) {

		/**
		 * This row with the outcomes of another one, if there is one.
		 */
		Row limitedBy(Row limit) {
			return (limit != null) ? new Row(this.section, this.behaviour, limit.answer, limit.expectations) : this;
		}

		/**
		 * Whether the calls take their time.
		 */
		boolean slow() {
			return this.section.equals(SLOW);
		}

	}

}
