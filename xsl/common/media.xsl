<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Images and their alternative text. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <xsl:template match="db:mediaobject">
    <xsl:call-template name="block.title"/>
    <xsl:choose>
      <xsl:when test="*/*/@fileref or */*/*/@fileref">
        <para><xsl:call-template name="media.image"/></para>
        <xsl:apply-templates select="*[not(self::db:textobject)
            or *[not(self::db:para)]]"/>
      </xsl:when>
      <!-- text only -->
      <xsl:otherwise>
        <xsl:if test="db:alt or parent::*[self::db:equation
                      or self::db:informalequation]/db:alt">
          <para><xsl:call-template name="media.alt"/></para>
        </xsl:if>
        <xsl:apply-templates/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="db:inlinemediaobject">
    <xsl:call-template name="media.image"/>
  </xsl:template>

  <!-- The callouts of an image. -->
  <xsl:template match="db:imageobjectco">
    <xsl:apply-templates select="db:calloutlist"/>
  </xsl:template>

  <xsl:template match="db:screenshot|db:textobject">
    <xsl:call-template name="block.title"/>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- The first file of the context object, with its text: all textobjects, or
       else the alternative text. -->
  <xsl:template name="media.image">
    <image>
      <xsl:attribute name="file">
        <xsl:value-of select="((*/*/@fileref)[1]
                               | (*/*/*/@fileref)[1])[1]"/>
      </xsl:attribute>
      <xsl:call-template name="media.web"/>
      <xsl:for-each select="(. | db:textobject[not(*[not(self::db:para)])])
          /*[self::db:para[parent::db:textobject]
             or self::db:phrase[parent::db:inlinemediaobject]]">
        <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates/>
      </xsl:for-each>
      <xsl:call-template name="media.alt"/>
    </image>
  </xsl:template>

  <!-- Of several pictures, the first that is meant for a web page (its role or
       its condition says so), else the first that a browser shows; and how wide
       it is to be. -->
  <xsl:template name="media.web">
    <xsl:variable name="all"
        select="db:imageobject | db:imageobjectco/db:imageobject"/>
    <xsl:variable name="meant" select="$all[@role = 'html' or @role = 'web'
        or @condition = 'html' or @condition = 'web'
        or @condition = 'online']"/>
    <xsl:variable name="shown" select="$all[contains(
        '|.svg|.png|.jpg|jpeg|.gif|webp|avif|', concat('|', substring(
        */@fileref, string-length(*/@fileref) - 3), '|'))]"/>
    <xsl:variable name="best" select="$meant[1]
        | $shown[not($meant)][1] | $all[not($meant or $shown)][1]"/>
    <xsl:variable name="data" select="$best/db:imagedata[@fileref]"/>
    <xsl:if test="$all[2] and $data">
      <xsl:attribute name="web">
        <xsl:value-of select="$data/@fileref"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:if test="$data/@width or $data/@contentwidth">
      <xsl:attribute name="width">
        <xsl:value-of select="concat($data/@contentwidth, substring($data/@width,
            1, string-length($data/@width) * not($data/@contentwidth)))"/>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- The alternative text of the context object: its own alt, or that of the
       equation whose first image it is. -->
  <xsl:template name="media.alt">
    <xsl:if test="not(db:textobject or self::db:inlinemediaobject/db:phrase)">
      <xsl:apply-templates select="(db:alt | parent::*[self::db:equation
          or self::db:informalequation or self::db:inlineequation]
          [not(current()/db:alt) and not(current()/preceding-sibling::*
               [self::db:mediaobject or self::db:inlinemediaobject][1])]
        /db:alt)/node()"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
