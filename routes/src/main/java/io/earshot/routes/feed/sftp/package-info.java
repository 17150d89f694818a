/**
 * Files of SSH servers, over SFTP. Only servers whose keys are known are talked to; names of
 * listings are checked before they become part of a path.
 */
package io.earshot.routes.feed.sftp;
