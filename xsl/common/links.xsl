<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- References, as resolve has resolved them. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <!-- The context element as a reference: to a place in this document or to an
       address; if it has no target, only its words. -->
  <xsl:template name="link">
    <xsl:choose>
      <xsl:when test="@r:target">
        <ref anchor="{@r:target}" kind="{@r:kind}">
          <xsl:call-template name="link.words"/>
        </ref>
      </xsl:when>
      <xsl:when test="@r:remote and @r:kind = 'document' and @r:text">
        <xsl:call-template name="link.document"/>
      </xsl:when>
      <xsl:when test="@r:remote">
        <xsl:call-template name="link.remote"/>
        <xsl:call-template name="link.where"/>
      </xsl:when>
      <xsl:when test="string(@xlink:href)
                      and not(starts-with(@xlink:href, '#'))">
        <url href="{@xlink:href}"><xsl:apply-templates/></url>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="link.words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The content of a reference, or its generated text.  For a section without
       a title that is the word for its kind. -->
  <xsl:template name="link.words">
    <xsl:apply-templates/>
    <xsl:choose>
      <xsl:when test="@r:untitled">
        <xsl:variable name="word" select="string(r:word(@r:word))"/>
        <heading>
          <xsl:value-of select="$word"/>
          <xsl:if test="not($word)">
            <xsl:value-of select="@r:text"/>
          </xsl:if>
        </heading>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="@r:text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- After a term of another document: " in page(7)". -->
  <xsl:template name="link.where">
    <where>
      <xsl:value-of select="$word.in"/>
      <page name="{@r:manual}">
        <xsl:call-template name="link.section"/>
      </page>
      <xsl:value-of select="$word.in.end"/>
    </where>
  </xsl:template>

  <xsl:template name="link.section">
    <xsl:if test="@r:section">
      <xsl:attribute name="section">
        <xsl:value-of select="@r:section"/>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- A reference without content to another document. -->
  <xsl:template name="link.document">
    <page name="{@r:manual}" anchor="{@r:remote}" title="{@r:text}">
      <xsl:call-template name="link.section"/>
    </page>
  </xsl:template>

  <!-- A reference to a term of another document. -->
  <xsl:template name="link.remote">
    <ref anchor="{@r:remote}" kind="{@r:kind}" manual="{@r:manual}">
      <xsl:apply-templates/>
      <xsl:value-of select="@r:text"/>
    </ref>
  </xsl:template>

  <xsl:template match="db:link">
    <xsl:call-template name="link"/>
  </xsl:template>

  <!-- Most references are to terms, so they have a shorter path. -->
  <xsl:template match="db:glossterm">
    <xsl:choose>
      <xsl:when test="@r:target">
        <ref anchor="{@r:target}" kind="{@r:kind}">
          <xsl:apply-templates/>
          <xsl:value-of select="@r:text"/>
        </ref>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="link"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A firstterm is emphasised; the name of another document after it is not.
       -->
  <xsl:template match="db:firstterm">
    <xsl:choose>
      <xsl:when test="@r:remote">
        <em><xsl:call-template name="link.remote"/></em>
        <xsl:call-template name="link.where"/>
      </xsl:when>
      <xsl:otherwise>
        <em><xsl:call-template name="link"/></em>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An xref without content: by number, if the target has one. -->
  <xsl:template match="db:xref">
    <xsl:choose>
      <xsl:when test="node()"><xsl:call-template name="link"/></xsl:when>
      <xsl:when test="@r:target and @r:number and not(@endterm)">
        <ref anchor="{@r:target}" kind="{@r:kind}">
          <xsl:call-template name="link.label"/>
        </ref>
      </xsl:when>
      <xsl:when test="@r:target and @r:kind = 'bibliography'">
        <xsl:call-template name="link.work"/>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="link"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="db:footnoteref">
    <xsl:choose>
      <xsl:when test="@r:target and not(@r:number)">
        <xsl:call-template name="link.work"/>
      </xsl:when>
      <xsl:when test="@r:target">
        <ref anchor="{@r:target}" kind="footnote">
          <xsl:call-template name="link.label"/>
        </ref>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat('[', @r:number, @r:text, ']')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The label of the context reference's target: "Table 2", "[3]", "b". -->
  <xsl:template name="link.label">
    <xsl:choose>
      <xsl:when test="@r:kind = 'footnote'">
        <xsl:value-of select="concat('[', @r:number, ']')"/>
      </xsl:when>
      <xsl:when test="@r:kind = 'callout'">
        <xsl:value-of select="concat('(', @r:number, ')')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="word" select="string(r:word(@r:word))"/>
        <xsl:value-of select="$word"/>
        <xsl:if test="$word"><xsl:text>&#xA0;</xsl:text></xsl:if>
        <xsl:value-of select="@r:number"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The same for an xrefstyle, as a whole or in part. -->
  <xsl:template match="r:label">
    <xsl:variable name="part" select="@r:part"/>
    <xsl:for-each select="..">
      <xsl:choose>
        <xsl:when test="$part = 'number'">
          <xsl:value-of select="@r:number"/>
        </xsl:when>
        <xsl:when test="$part = 'name'">
          <xsl:value-of select="r:word(@r:word)"/>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="link.label"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="db:biblioref|db:citation" name="link.work">
    <xsl:text>[</xsl:text>
    <xsl:call-template name="link"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <!-- An olink; at least the document's name is printed. -->
  <xsl:template match="db:olink">
    <xsl:call-template name="link"/>
    <xsl:if test="not(node()) and not(@r:text)">
      <xsl:value-of select="@targetptr"/>
      <xsl:if test="not(@targetptr)">
        <xsl:value-of select="@targetdoc"/>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- A link in its title becomes a link around the whole. -->
  <xsl:template match="db:citerefentry">
    <xsl:variable name="link" select="(db:refentrytitle | db:manvolnum)
      /descendant::db:link[@r:target or string(@xlink:href)
                           and not(starts-with(@xlink:href, '#'))][1]"/>
    <xsl:choose>
      <xsl:when test="$link/@r:target">
        <ref anchor="{$link/@r:target}" kind="{$link/@r:kind}">
          <xsl:call-template name="link.page"/>
        </ref>
      </xsl:when>
      <xsl:when test="$link">
        <url href="{$link/@xlink:href}">
          <xsl:call-template name="link.page"/>
        </url>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="link.page"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="link.page">
    <page name="{normalize-space(db:refentrytitle)}">
      <xsl:if test="db:manvolnum">
        <xsl:attribute name="section">
          <xsl:value-of select="normalize-space(db:manvolnum)"/>
        </xsl:attribute>
      </xsl:if>
    </page>
  </xsl:template>

  <!-- Mail addresses get angle brackets, unless the source has them, or the
       address is the text of a link. -->
  <xsl:template match="db:email">
    <xsl:variable name="before"
                  select="preceding-sibling::node()[1][self::text()]"/>
    <xsl:variable name="open" select="not(string(@xlink:href))
      and substring($before, string-length($before)) != '&lt;'"/>
    <xsl:if test="$open">&lt;</xsl:if>
    <url>
      <xsl:attribute name="href">
        <xsl:value-of select="@xlink:href"/>
        <xsl:if test="not(string(@xlink:href))">
          <xsl:value-of select="concat('mailto:', normalize-space(.))"/>
        </xsl:if>
      </xsl:attribute>
      <xsl:apply-templates/>
    </url>
    <xsl:if test="$open">&gt;</xsl:if>
  </xsl:template>

  <xsl:template match="db:uri">
    <xsl:choose>
      <xsl:when test="string(@xlink:href)">
        <url href="{@xlink:href}"><xsl:apply-templates/></url>
      </xsl:when>
      <xsl:when test="contains(., '://')">
        <url href="{normalize-space(.)}"/>
      </xsl:when>
      <xsl:otherwise><code><xsl:apply-templates/></code></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
