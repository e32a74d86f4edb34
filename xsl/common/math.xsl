<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- MathML as text in a line: positions are shown by signs, and adjacent words
     are separated.  A formula that contains DocBook elements is left to
     unhandled.xsl. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:m="http://www.w3.org/1998/Math/MathML"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db m r xlink">

  <!-- Elements handled below, between bars.  Others are reported, and their
       text is kept. -->
  <xsl:variable name="math.known" select="concat('|math|semantics|mi|mn|mo',
    '|mtext|ms|mrow|mstyle|mpadded|mphantom|merror|menclose|mspace|mfrac|msub',
    '|munder|msubsup|munderover|msup|mover|msqrt|mroot|mfenced|mtable|mtr',
    '|mlabeledtr|mtd|maction|annotation|annotation-xml|')"/>

  <xsl:template match="m:math[not(descendant::db:*)]">
    <xsl:variable name="known" select="not(descendant::*[not(contains(
        $math.known, concat('|', local-name(), '|')))]
        [not(ancestor::m:annotation-xml)])"/>
    <xsl:if test="not($known)"><xsl:call-template name="unhandled"/></xsl:if>
    <formula>
      <xsl:if test="$known">
        <xsl:apply-templates select="." mode="math.tree"/>
      </xsl:if>
      <xsl:apply-templates mode="math"/>
    </formula>
  </xsl:template>

  <!-- The same as MathML Core, which browsers show: what is not of it is what
       it stands for there. -->
  <xsl:variable name="math.core" select="concat('|math|mi|mn|mo|mtext|ms|mrow',
    '|mstyle|mpadded|mphantom|merror|mspace|mfrac|msub|munder|msubsup',
    '|munderover|msup|mover|msqrt|mroot|mtable|mtr|mtd|')"/>

  <xsl:template match="m:*" mode="math.tree">
    <mathml>
      <xsl:attribute name="name">
        <xsl:choose>
          <xsl:when test="contains($math.core,
                                   concat('|', local-name(), '|'))">
            <xsl:value-of select="local-name()"/>
          </xsl:when>
          <xsl:when test="self::m:mlabeledtr">mtr</xsl:when>
          <xsl:otherwise>mrow</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:copy-of select="@display[. = 'block' or . = 'inline']
          | @mathvariant[. = 'normal'] | @linethickness | @accent
          | @stretchy[. = 'true' or . = 'false'] | @accentunder
          | @fence[. = 'true' or . = 'false'] | @columnspan | @rowspan
          | @form[. = 'prefix' or . = 'infix' or . = 'postfix']"/>
      <xsl:choose>
        <xsl:when test="self::m:mi or self::m:mn or self::m:mo
                        or self::m:mtext or self::m:ms">
          <xsl:attribute name="text">
            <xsl:value-of select="normalize-space()"/>
          </xsl:attribute>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="*" mode="math.tree"/>
          <xsl:if test="not(self::m:math) and text()[normalize-space()]">
            <mathml name="mtext">
              <xsl:attribute name="text">
                <xsl:value-of select="normalize-space(text())"/>
              </xsl:attribute>
            </mathml>
          </xsl:if>
        </xsl:otherwise>
      </xsl:choose>
    </mathml>
  </xsl:template>

  <xsl:template match="m:semantics" mode="math.tree">
    <xsl:apply-templates select="*[1]" mode="math.tree"/>
  </xsl:template>

  <xsl:template match="m:mfenced" mode="math.tree">
    <mathml name="mrow">
      <mathml name="mo"
          text="{concat(@open, substring('(', 1, not(@open)))}"/>
      <xsl:for-each select="*">
        <xsl:if test="position() &gt; 1"><mathml name="mo" text=","/></xsl:if>
        <xsl:apply-templates select="." mode="math.tree"/>
      </xsl:for-each>
      <mathml name="mo"
          text="{concat(@close, substring(')', 1, not(@close)))}"/>
    </mathml>
  </xsl:template>

  <!-- Of several forms of a formula, the first one is used. -->
  <xsl:template match="m:semantics" mode="math">
    <xsl:call-template name="math.gap"/>
    <xsl:apply-templates select="*[1]" mode="math"/>
  </xsl:template>

  <xsl:template match="m:mi|m:mn|m:mo|m:mtext|m:ms|m:mrow|m:mstyle
                       |m:mpadded|m:merror|m:menclose" mode="math">
    <xsl:call-template name="math.gap"/>
    <xsl:apply-templates mode="math"/>
  </xsl:template>

  <!-- A space before the context element, if it or the element before it is
       more than a letter, and neither is an operator. -->
  <xsl:template name="math.gap">
    <xsl:variable name="both" select="(. | preceding-sibling::*[1])
      [parent::m:math or parent::m:mrow or parent::m:mstyle or parent::m:mtd
       or parent::m:msqrt or parent::m:semantics]"/>
    <xsl:if test="$both[2] and $both[string-length(normalize-space()) &gt; 1]
                  and not($both[self::m:mo]
                          [string-length(normalize-space()) &lt; 2])">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- The context element, in parentheses if it consists of several things. -->
  <xsl:template name="math.one">
    <xsl:variable name="several" select="boolean((. | *)/*[2])"/>
    <xsl:if test="$several">(</xsl:if>
    <xsl:apply-templates select="." mode="math"/>
    <xsl:if test="$several">)</xsl:if>
  </xsl:template>

  <xsl:template match="m:mfrac" mode="math">
    <xsl:call-template name="math.gap"/>
    <xsl:for-each select="*|text()[normalize-space()]">
      <xsl:if test="position() &gt; 1">/</xsl:if>
      <xsl:call-template name="math.one"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="m:msub|m:munder|m:msubsup|m:munderover" mode="math">
    <xsl:variable name="parts" select="*|text()[normalize-space()]"/>
    <xsl:call-template name="math.gap"/>
    <xsl:apply-templates select="$parts[1]" mode="math"/>
    <sub><xsl:apply-templates select="$parts[2]" mode="math"/></sub>
    <xsl:if test="$parts[3]">
      <sup>
        <xsl:apply-templates select="$parts[position() &gt; 2]" mode="math"/>
      </sup>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:msup|m:mover" mode="math">
    <xsl:variable name="parts" select="*|text()[normalize-space()]"/>
    <xsl:call-template name="math.gap"/>
    <xsl:apply-templates select="$parts[1]" mode="math"/>
    <sup>
      <xsl:apply-templates select="$parts[position() &gt; 1]" mode="math"/>
    </sup>
  </xsl:template>

  <xsl:template match="m:msqrt" mode="math">
    <xsl:call-template name="math.gap"/>
    <xsl:text>√(</xsl:text>
    <xsl:apply-templates mode="math"/>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <xsl:template match="m:mroot" mode="math">
    <xsl:variable name="parts" select="*|text()[normalize-space()]"/>
    <xsl:call-template name="math.gap"/>
    <sup>
      <xsl:apply-templates select="$parts[position() &gt; 1]" mode="math"/>
    </sup>
    <xsl:text>√(</xsl:text>
    <xsl:apply-templates select="$parts[1]" mode="math"/>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <xsl:template match="m:mfenced" mode="math">
    <xsl:value-of select="concat(@open, substring('(', 1, not(@open)))"/>
    <xsl:for-each select="*|text()[normalize-space()]">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:apply-templates select="." mode="math"/>
    </xsl:for-each>
    <xsl:value-of select="concat(@close, substring(')', 1, not(@close)))"/>
  </xsl:template>

  <!-- A matrix: "1 0; 0 1", with the brackets around it. -->
  <xsl:template match="m:mtr|m:mtd" mode="math">
    <xsl:if test="preceding-sibling::*[1]">
      <xsl:if test="self::m:mtr">;</xsl:if>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:apply-templates mode="math"/>
  </xsl:template>
</xsl:stylesheet>
