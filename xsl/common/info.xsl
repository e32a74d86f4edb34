<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Metadata that is printed: authors, publication, licence. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <!-- The info of a part of the document is printed at its start. -->
  <xsl:template match="db:info">
    <xsl:call-template name="info.makers"/>
    <xsl:call-template name="info.publication">
      <xsl:with-param name="head" select="substring('own', 1,
                                          3 * boolean(parent::db:refentry))"/>
    </xsl:call-template>
    <xsl:apply-templates
        select="*[self::db:indexterm or self::db:abstract]"/>
    <xsl:call-template name="info.rights"/>
  </xsl:template>

  <!-- The subtitle, and a second title in the info. -->
  <xsl:template name="info.subtitle">
    <xsl:for-each select="db:info/db:title[../../db:title]
                          | (. | db:info)/db:subtitle">
      <para><em><xsl:apply-templates/></em></para>
    </xsl:for-each>
  </xsl:template>

  <!-- The abstract in the context element's info. -->
  <xsl:template name="info.summary">
    <xsl:apply-templates select="db:info/db:abstract"/>
  </xsl:template>

  <!-- The authors and others in an info, one line each; known: those that were
       named already. -->
  <xsl:template name="info.makers">
    <xsl:param name="known" select="/.."/>
    <xsl:for-each select="(. | db:authorgroup)/*[parent::db:authorgroup
        or self::db:author or self::db:editor or self::db:othercredit
        or self::db:authorinitials or self::db:collab or self::db:orgname
        or self::db:org or self::db:person or self::db:personname
        or self::db:affiliation or self::db:address or self::db:email
        or self::db:contrib or self::db:honorific or self::db:firstname
        or self::db:givenname or self::db:othername or self::db:surname
        or self::db:lineage or self::db:publisher or self::db:publishername]
        [not(. = $known)]">
      <xsl:choose>
        <xsl:when test="self::db:address">
          <xsl:apply-templates select="."/>
        </xsl:when>
        <xsl:otherwise>
          <para><xsl:apply-templates select="."/></para>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="db:personblurb"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Other publication data in an info, one line each: publisher, numbers...
       Elements whose @r:head contains the parameter head are left out, since a
       page's head has their text.  If head is empty, all are printed, but dates
       only of whole documents. -->
  <xsl:template name="info.publication">
    <xsl:param name="head" select="'own'"/>
    <xsl:for-each select="db:*[not(contains($info.elsewhere,
        concat('|', local-name(), '|')))
        and not($head and contains(@r:head, $head))
        and not(not($head) and (self::db:date or self::db:pubdate)
                and not(../parent::db:article or ../parent::db:book
                        or ../parent::db:set))]">
      <para><xsl:apply-templates select="."/></para>
    </xsl:for-each>
    <xsl:apply-templates select="*[self::db:printhistory or self::db:cover
        or self::db:mediaobject or self::db:personblurb
        or self::db:annotation]"/>
  </xsl:template>

  <!-- Elements of an info that are printed or suppressed elsewhere, between
       bars. -->
  <xsl:variable name="info.elsewhere" select="concat(
    '|title|subtitle|titleabbrev|abstract|author|authorgroup|editor',
    '|othercredit|authorinitials|collab|orgname|org|personname|person',
    '|affiliation|address|email|contrib|honorific|firstname|givenname',
    '|othername|surname|lineage|publisher|publishername|copyright',
    '|legalnotice|printhistory|cover',
    '|mediaobject|personblurb|annotation|indexterm|revhistory|remark|alt',
    '|anchor|meta|keywordset|subjectset|itermset|extendedlink|',
    'textdata|multimediaparam|')"/>

  <!-- Copyright and licence in an info. -->
  <xsl:template name="info.rights">
    <xsl:for-each select="db:copyright">
      <para><xsl:apply-templates select="."/></para>
    </xsl:for-each>
    <xsl:apply-templates select="db:legalnotice"/>
  </xsl:template>

  <xsl:template match="db:copyright">
    <xsl:value-of select="concat($word.copyright, ' © ')"/>
    <xsl:for-each select="db:year">
      <xsl:if test="position() &gt; 1">
        <xsl:value-of select="$word.comma"/>
      </xsl:if>
      <xsl:apply-templates/>
    </xsl:for-each>
    <xsl:for-each select="db:holder">
      <xsl:choose>
        <xsl:when test="position() &gt; 1">
          <xsl:value-of select="$word.comma"/>
        </xsl:when>
        <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates/>
    </xsl:for-each>
  </xsl:template>

  <!-- Its title, if there is one. -->
  <xsl:template match="db:abstract|db:legalnotice|db:personblurb
                       |db:printhistory|db:cover">
    <xsl:call-template name="block.title"/>
    <xsl:apply-templates/>
  </xsl:template>
</xsl:stylesheet>
