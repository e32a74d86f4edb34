<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- What all formats share, one file for each family of elements. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:m="http://www.w3.org/1998/Math/MathML"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db m r xlink">

  <!-- The generated words are a file of their own, as it is translated. -->
  <xsl:import href="words.xsl"/>

  <!-- The included files share one import precedence, so libxslt finds a
       template in one lookup.  A format imports only this file. -->
  <xsl:include href="document.xsl"/>
  <xsl:include href="info.xsl"/>
  <xsl:include href="sections.xsl"/>
  <xsl:include href="glossary.xsl"/>
  <xsl:include href="blocks.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="tables.xsl"/>
  <xsl:include href="verbatim.xsl"/>
  <xsl:include href="media.xsl"/>
  <xsl:include href="inlines.xsl"/>
  <xsl:include href="math.xsl"/>
  <xsl:include href="links.xsl"/>
  <xsl:include href="people.xsl"/>
  <xsl:include href="synopsis.xsl"/>
  <xsl:include href="refentry.xsl"/>
  <xsl:include href="bibliography.xsl"/>
  <xsl:include href="qanda.xsl"/>
  <xsl:include href="suppressed.xsl"/>
  <xsl:include href="unhandled.xsl"/>
</xsl:stylesheet>
