<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- A layout of one's own over the built-in one. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="glossc:man.xsl"/>
  <xsl:include href="own.xsl"/>
</xsl:stylesheet>
