<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- People and organisations: names and addresses. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <!-- Here and below, empty elements are ignored. -->
  <xsl:template match="db:author|db:editor|db:othercredit|db:person
                       |db:collab|db:org">
    <xsl:variable name="named" select="(db:honorific | db:firstname
      | db:givenname | db:othername | db:surname | db:lineage)
      [normalize-space() or descendant-or-self::*/@*]"/>
    <xsl:call-template name="people.name"/>
    <xsl:for-each select="*[not(self::db:honorific)
        and not(self::db:firstname) and not(self::db:givenname)
        and not(self::db:othername) and not(self::db:surname)
        and not(self::db:lineage) and not(self::db:personblurb)
        and (normalize-space() or descendant-or-self::*/@*)]">
      <xsl:choose>
        <xsl:when test="position() = 1 and not($named)"/>
        <xsl:when test="self::db:email"><xsl:text> </xsl:text></xsl:when>
        <xsl:otherwise><xsl:value-of select="$word.comma"/></xsl:otherwise>
      </xsl:choose>
      <xsl:choose>
        <!-- its lines joined into one -->
        <xsl:when test="self::db:address"><xsl:apply-templates/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- A name in full, or in parts. -->
  <xsl:template match="db:personname">
    <xsl:choose>
      <xsl:when test="text()[normalize-space()]
          or *[not(self::db:honorific) and not(self::db:firstname)
               and not(self::db:givenname) and not(self::db:othername)
               and not(self::db:surname) and not(self::db:lineage)]">
        <xsl:apply-templates/>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="people.name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The parts of the context element's name, in the order of its style: the
       family name first or last.  Where no role says which, it is first in
       Hungarian, and in Chinese, Japanese and Korean, for a name in their
       writing; there it is not parted from the given name. -->
  <xsl:template name="people.name">
    <xsl:variable name="role" select="concat(@role, ../@role)"/>
    <xsl:variable name="letters" select="concat(db:surname, db:givenname,
                                                db:firstname)"/>
    <xsl:variable name="wide" select="(lang('ja') or lang('zh') or lang('ko'))
      and translate($letters, 'aeiouyAEIOUY', '') = $letters"/>
    <xsl:variable name="family" select="starts-with($role, 'family')
      or starts-with($role, 'last') or not(starts-with($role, 'first')
      or starts-with($role, 'given')) and ($wide or lang('hu'))"/>
    <xsl:variable name="parts"
                  select="*[normalize-space() or descendant-or-self::*/@*]"/>
    <xsl:variable name="given" select="$parts[self::db:honorific
      or self::db:firstname or self::db:givenname or self::db:othername]"/>
    <xsl:variable name="first" select="$parts[self::db:surname][$family]
                                       | $given[not($family)]"/>
    <xsl:variable name="last" select="$parts[self::db:lineage
      or self::db:surname and not($family)
      or $family and (self::db:honorific or self::db:firstname
                      or self::db:givenname or self::db:othername)]"/>
    <xsl:call-template name="people.words">
      <xsl:with-param name="words" select="$first"/>
    </xsl:call-template>
    <xsl:if test="$first and $last and not($wide and $family)">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:call-template name="people.words">
      <xsl:with-param name="words" select="$last"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="people.words">
    <xsl:param name="words"/>
    <xsl:for-each select="$words">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates/>
    </xsl:for-each>
  </xsl:template>

  <!-- Parts separated by commas. -->
  <xsl:template match="db:affiliation|db:authorgroup|db:publisher
                       |db:confgroup">
    <xsl:for-each select="*[normalize-space() or descendant-or-self::*/@*]">
      <xsl:if test="position() &gt; 1">
        <xsl:value-of select="$word.comma"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="self::db:address"><xsl:apply-templates/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="db:orgname">
    <xsl:apply-templates/>
  </xsl:template>
</xsl:stylesheet>
