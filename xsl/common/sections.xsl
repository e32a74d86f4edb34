<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Sections: elements with a heading that hold blocks and sections. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <!-- Numbers before the titles of sections: "yes" or nothing. -->
  <xsl:param name="section.numbers"/>

  <xsl:template match="db:section|db:sect1|db:sect2|db:sect3|db:sect4|db:sect5
                       |db:simplesect|db:chapter|db:appendix|db:preface
                       |db:article|db:book|db:set|db:part|db:reference
                       |db:topic|db:dedication|db:colophon
                       |db:acknowledgements|db:refsect1|db:refsect2
                       |db:refsect3|db:refsection|db:refsynopsisdiv|db:partintro">
    <section>
      <xsl:call-template name="section.anchor"/>
      <xsl:call-template name="section.title"/>
      <xsl:call-template name="info.subtitle"/>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <!-- The anchor of the context element. -->
  <xsl:template name="section.anchor">
    <xsl:attribute name="anchor">
      <xsl:value-of select="@r:anchor"/>
    </xsl:attribute>
    <xsl:call-template name="block.id"/>
    <xsl:call-template name="section.page"/>
  </xsl:template>

  <!-- That the context element is a page of its own: for formats that have
       several for a document. -->
  <xsl:template name="section.page"/>

  <!-- A further anchor in a generated heading, for formats that need one. -->
  <xsl:template name="section.place"/>

  <!-- The heading of the context element: its title, or else the word for its
       kind. -->
  <xsl:template name="section.title">
    <title>
      <xsl:choose>
        <xsl:when test="$section.numbers = 'yes' and @r:label">
          <xsl:value-of select="concat(@r:label, ' ')"/>
        </xsl:when>
        <!-- the label in the source -->
        <xsl:when test="normalize-space(@label)">
          <xsl:value-of select="concat(@label, ' ')"/>
        </xsl:when>
      </xsl:choose>
      <xsl:choose>
        <xsl:when test="db:title">
          <xsl:apply-templates select="db:title[1]/node()"/>
        </xsl:when>
        <xsl:when test="db:info/db:title">
          <xsl:apply-templates select="db:info/db:title[1]/node()"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="section.place"/>
          <xsl:call-template name="section.heading"/>
        </xsl:otherwise>
      </xsl:choose>
    </title>
  </xsl:template>

  <!-- The heading of a section without a title; a format may override this. -->
  <xsl:template name="section.heading">
    <xsl:call-template name="section.word"/>
  </xsl:template>

  <!-- The name of a section without a title. -->
  <xsl:template name="section.word">
    <xsl:variable name="word" select="string(r:word(@r:word))"/>
    <xsl:value-of select="$word"/>
    <xsl:if test="not($word)">
      <xsl:call-template name="section.made.word"/>
    </xsl:if>
  </xsl:template>

  <!-- The name if there is no word for its kind: in a reference page the page's
       name, else the anchor. -->
  <xsl:template name="section.made.word">
    <xsl:variable name="page"
                  select="parent::db:refentry/db:refnamediv[1]/db:refname[1]"/>
    <xsl:apply-templates select="$page" mode="names"/>
    <xsl:if test="not($page)"><xsl:value-of select="@r:anchor"/></xsl:if>
  </xsl:template>

  <!-- Indexes and tables of contents are printed if they have content or a
       title; whether generated ones are is up to the format. -->
  <xsl:variable name="section.made" select="true()"/>

  <xsl:template match="db:index|db:setindex|db:toc">
    <xsl:if test="($section.made or not(@r:made))
            and *[not(self::db:info) or db:title]
                 [not(self::db:titleabbrev)]">
      <section>
        <xsl:call-template name="section.anchor"/>
        <xsl:call-template name="section.title"/>
        <xsl:call-template name="info.subtitle"/>
        <xsl:call-template name="section.index"/>
        <xsl:call-template name="section.print"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The place of the index, for formats that generate one. -->
  <xsl:template name="section.print"/>

  <xsl:template match="db:indexdiv|db:tocdiv">
    <section>
      <xsl:call-template name="section.anchor"/>
      <xsl:call-template name="section.title"/>
      <xsl:call-template name="info.subtitle"/>
      <xsl:call-template name="section.index"/>
    </section>
  </xsl:template>

  <!-- The lines of an index or a table of contents. -->
  <xsl:template name="section.index">
    <xsl:call-template name="section.lines"/>
    <xsl:call-template name="document.sections"/>
  </xsl:template>

  <xsl:template name="section.lines">
    <xsl:apply-templates select="*[not(self::db:indexentry)
      and not(self::db:tocentry)
      and not(@r:is = 'section')]"/>
    <xsl:if test="db:indexentry/* or db:tocentry">
      <list kind="plain" compact="yes">
        <xsl:for-each select="db:tocentry">
          <item>
            <body><para><xsl:call-template name="link"/></para></body>
          </item>
        </xsl:for-each>
        <xsl:for-each select="db:indexentry/*">
          <item>
            <body>
              <para>
                <!-- set in by its level, without a list of its own -->
                <xsl:if test="preceding-sibling::*[1]">&#xA0; </xsl:if>
                <xsl:if test="self::db:tertiaryie">&#xA0; </xsl:if>
                <xsl:apply-templates select="."/>
              </para>
            </body>
          </item>
        </xsl:for-each>
      </list>
    </xsl:if>
  </xsl:template>

  <!-- See and see also of an index entry.  There is no full stop at the end of
       a line. -->
  <xsl:template match="db:indexentry/db:seeie">
    <xsl:value-of select="$word.see"/>
    <xsl:apply-templates/>
    <xsl:value-of select="translate($word.see.end, '.。', '')"/>
  </xsl:template>

  <xsl:template match="db:indexentry/db:seealsoie">
    <xsl:value-of select="$word.seealso"/>
    <xsl:apply-templates/>
    <xsl:value-of select="translate($word.seealso.end, '.。', '')"/>
  </xsl:template>

  <!-- Footnotes stand at the end of their section. -->
  <xsl:template match="r:footnotes">
    <list kind="number" notes="yes">
      <xsl:for-each select="db:footnote">
        <item mark="[{@r:number}]" anchor="{@r:anchor}">
          <xsl:call-template name="block.id"/>
          <body>
            <xsl:call-template name="block.title"/>
            <xsl:apply-templates/>
          </body>
        </item>
      </xsl:for-each>
    </list>
  </xsl:template>
</xsl:stylesheet>
