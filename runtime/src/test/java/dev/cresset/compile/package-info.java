/** What the processor makes of users' classes, compiled by javac against the real library. */
package dev.cresset.compile;
