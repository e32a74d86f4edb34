<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Glossaries: divisions, entries, senses, and where else to look. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <xsl:template match="db:glossary|db:glossdiv">
    <section anchor="{@r:anchor}">
      <xsl:call-template name="section.title"/>
      <xsl:call-template name="info.subtitle"/>
      <xsl:apply-templates select="*[not(self::db:glossentry)
        and not(self::db:glossdiv) and not(self::db:bibliography)
        and not(self::r:footnotes)]"/>
      <xsl:call-template name="glossary.entries"/>
      <xsl:apply-templates
          select="r:footnotes | db:glossdiv | db:bibliography"/>
    </section>
  </xsl:template>

  <xsl:template match="db:glosslist">
    <xsl:call-template name="block.title"/>
    <xsl:apply-templates select="*[not(self::db:glossentry)]"/>
    <xsl:call-template name="glossary.entries"/>
  </xsl:template>

  <!-- The context element's entries. -->
  <xsl:template name="glossary.entries">
    <xsl:if test="db:glossentry">
      <list kind="terms">
        <xsl:apply-templates select="db:glossentry"/>
      </list>
    </xsl:if>
  </xsl:template>

  <xsl:template match="db:glossentry">
    <item anchor="{@r:anchor}">
      <term>
        <xsl:call-template name="glossary.index"/>
        <xsl:for-each select="db:glossterm">
          <xsl:if test="position() &gt; 1">
            <xsl:value-of select="$word.comma"/>
          </xsl:if>
          <strong><xsl:apply-templates/></strong>
        </xsl:for-each>
        <xsl:for-each select="db:acronym">
          <xsl:text> (</xsl:text>
          <xsl:apply-templates/>
          <xsl:text>)</xsl:text>
        </xsl:for-each>
        <xsl:for-each select="db:abbrev">
          <xsl:choose>
            <xsl:when test="*">
              <xsl:text> </xsl:text>
              <xsl:apply-templates/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:text> (</xsl:text>
              <xsl:apply-templates/>
              <xsl:text>)</xsl:text>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
        <xsl:apply-templates select="db:indexterm"/>
      </term>
      <body>
        <xsl:choose>
          <xsl:when test="db:glossdef[2]">
            <list kind="number">
              <xsl:for-each select="db:glossdef">
                <item mark="{@r:number}.">
                  <body><xsl:call-template name="glossary.sense"/></body>
                </item>
              </xsl:for-each>
            </list>
          </xsl:when>
          <xsl:otherwise><xsl:apply-templates select="db:glossdef"/></xsl:otherwise>
        </xsl:choose>
        <xsl:apply-templates select="db:glosssee"/>
        <xsl:call-template name="glossary.seealso"/>
      </body>
    </item>
  </xsl:template>

  <xsl:template match="db:glossdef">
    <xsl:call-template name="glossary.sense"/>
  </xsl:template>

  <!-- One sense: its subject, what it says, and where else to look. -->
  <xsl:template name="glossary.sense">
    <xsl:if test="@subject">
      <para>
        <em>
          <xsl:value-of
              select="concat($word.subject, ': ', @subject)"/>
        </em>
      </para>
    </xsl:if>
    <xsl:apply-templates/>
    <xsl:call-template name="glossary.seealso"/>
  </xsl:template>

  <!-- "See also A, B and C.", of all in the context element. -->
  <xsl:template name="glossary.seealso">
    <xsl:if test="db:glossseealso">
      <para>
        <xsl:value-of select="concat($word.seealso, ' ')"/>
        <xsl:for-each select="db:glossseealso">
          <xsl:if test="position() &gt; 1">
            <xsl:choose>
              <xsl:when test="position() = last()">
                <xsl:value-of select="concat(' ', $word.and, ' ')"/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:value-of select="$word.comma"/>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:if>
          <xsl:call-template name="link"/>
        </xsl:for-each>
        <xsl:text>.</xsl:text>
      </para>
    </xsl:if>
  </xsl:template>

  <!-- Printed by the sense that it ends. -->
  <xsl:template match="db:glossseealso"/>

  <xsl:template match="db:glosssee">
    <para>
      <xsl:value-of select="concat($word.see, ' ')"/>
      <xsl:call-template name="link"/>
      <xsl:text>.</xsl:text>
    </para>
  </xsl:template>

  <!-- The entry's names in the index; a format without one has its own. -->
  <xsl:template name="glossary.index">
    <xsl:for-each select="db:glossterm | db:acronym | db:abbrev[not(*)]">
      <indexterm><xsl:value-of select="."/></indexterm>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
