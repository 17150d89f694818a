/**
 * Objects of stores that speak S3: Amazon's and others. Keys are input from outside like names of
 * listings; metadata of objects is never looked at.
 */
package io.earshot.routes.feed.s3;
