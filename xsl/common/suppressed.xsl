<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- What is left out on purpose, under headings that say why. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:m="http://www.w3.org/1998/Math/MathML"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db m r xlink">

  <!-- How the source came to be: no reader of the text is meant. -->
  <xsl:template match="db:info/db:revhistory|db:glossentry/db:revhistory
                       |db:qandaentry/db:revhistory
                       |db:biblioentry/db:revhistory|db:remark"/>

  <!-- When a part of a document was written; documents and reference pages say
       it of themselves. -->
  <xsl:template match="db:info[parent::*/parent::*
      and not(parent::db:refentry) and not(parent::db:article)
      and not(parent::db:book) and not(parent::db:set)]/db:date
    |db:info[parent::*/parent::*
      and not(parent::db:refentry) and not(parent::db:article)
      and not(parent::db:book) and not(parent::db:set)]/db:pubdate"/>

  <!-- For catalogues and search engines. -->
  <xsl:template match="db:keywordset|db:keyword|db:subjectset|db:subject
                       |db:subjectterm|db:itermset|db:meta"/>

  <!-- For the tools of those who wrote it, in their own vocabularies.  Nothing
       asks for them; in a mode of its own, the pattern costs others nothing. -->
  <xsl:template match="db:info/*[not(self::db:*)]" mode="info.foreign"/>

  <!-- Other forms of a formula, and room for what is not shown. -->
  <xsl:template match="m:annotation|m:annotation-xml|m:mphantom|m:mspace"
                mode="math"/>

  <!-- A short form of a title that stands in full. -->
  <xsl:template match="db:titleabbrev"/>

  <!-- An index entry: "primary, secondary, tertiary. See other", which a format
       with an index prints there, and nothing here. -->
  <xsl:template match="db:indexterm" name="indexterm">
    <xsl:if test="db:primary">
      <indexterm>
        <xsl:if test="count(*) = 1">
          <xsl:attribute name="name">yes</xsl:attribute>
        </xsl:if>
        <xsl:for-each select="*[self::db:primary or self::db:secondary
                                or self::db:tertiary]">
          <xsl:if test="position() &gt; 1">
            <xsl:value-of select="$word.comma"/>
          </xsl:if>
          <xsl:value-of select="normalize-space()"/>
        </xsl:for-each>
        <xsl:if test="db:see or db:seealso">
          <see>
            <xsl:call-template name="indexterm.others">
              <xsl:with-param name="others" select="db:see"/>
              <xsl:with-param name="before" select="$word.see"/>
              <xsl:with-param name="after" select="$word.see.end"/>
            </xsl:call-template>
            <xsl:call-template name="indexterm.others">
              <xsl:with-param name="others" select="db:seealso"/>
              <xsl:with-param name="before" select="$word.seealso"/>
              <xsl:with-param name="after" select="$word.seealso.end"/>
            </xsl:call-template>
          </see>
        </xsl:if>
      </indexterm>
    </xsl:if>
  </xsl:template>

  <!-- The entries to look up instead of the context index term, or too; others:
       they; before, after: the words for that.  No point ends an entry. -->
  <xsl:template name="indexterm.others">
    <xsl:param name="others"/>
    <xsl:param name="before"/>
    <xsl:param name="after"/>
    <xsl:for-each select="$others">
      <xsl:choose>
        <xsl:when test="position() = 1">
          <xsl:for-each select="preceding-sibling::*[1]">
            <xsl:call-template name="block.point"/>
          </xsl:for-each>
          <xsl:value-of select="concat(' ', $before)"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="$word.comma"/></xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="normalize-space()"/>
      <xsl:if test="position() = last()">
        <xsl:value-of select="translate($after, '.。', '')"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- Those of a glossary's entry stand with its terms, and only there. -->
  <xsl:template match="db:indexterm" mode="glossary.term">
    <xsl:call-template name="indexterm"/>
  </xsl:template>

  <!-- Its parts, which are nowhere else. -->
  <xsl:template match="db:primary|db:secondary|db:tertiary|db:see|db:seealso"/>

  <!-- Names of man pages: the format puts them under NAME, and into files. -->
  <xsl:template match="r:names"/>

  <!-- In the head of the page, or its attributes. -->
  <xsl:template match="db:refmeta|db:refmiscinfo|db:manvolnum
                       |db:refentrytitle"/>

  <!-- Places without words; what leads there leads to what holds them, but for an
       anchor that resolve has given a name. -->
  <xsl:template match="db:anchor|db:areaspec|db:areaset|db:area|db:arc
                       |db:locator"/>

  <!-- Words for those who cannot see a picture; the picture has them. -->
  <xsl:template match="db:alt"/>

  <!-- How a table is drawn on paper. -->
  <xsl:template match="db:colspec|db:spanspec|db:col|db:colgroup"/>

  <!-- Sound, film and pictures as such; their words stand beside them. -->
  <xsl:template match="db:imageobject|db:inlinemediaobject/db:imageobjectco
                       |db:imagedata
                       |db:videoobject|db:videodata|db:audioobject
                       |db:audiodata|db:textdata|db:multimediaparam"/>

  <!-- Links between other places, in XLink's extended form. -->
  <xsl:template match="db:extendedlink"/>

  <!-- Assemblies: how documents are put together, not a document. -->
  <xsl:template match="db:assembly|db:resources|db:resource
                       |db:structure|db:module
                       |db:merge|db:relationships|db:relationship
                       |db:instance|db:association|db:transforms
                       |db:transform|db:filterin|db:filterout|db:output
                       |db:transclude|db:constraint"/>
</xsl:stylesheet>
