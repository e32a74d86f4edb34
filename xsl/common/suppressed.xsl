<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Elements that are left out on purpose, with the reason. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:m="http://www.w3.org/1998/Math/MathML"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db m r xlink">

  <!-- Editorial history: not for the reader. -->
  <xsl:template match="db:info/db:revhistory|db:glossentry/db:revhistory
                       |db:qandaentry/db:revhistory
                       |db:biblioentry/db:revhistory|db:remark"/>

  <!-- Dates of parts of a document; those of documents and reference pages are
       printed. -->
  <xsl:template match="db:info[parent::*/parent::*
      and not(parent::db:refentry) and not(parent::db:article)
      and not(parent::db:book) and not(parent::db:set)]/db:date
    |db:info[parent::*/parent::*
      and not(parent::db:refentry) and not(parent::db:article)
      and not(parent::db:book) and not(parent::db:set)]/db:pubdate"/>

  <!-- Metadata for catalogues and search engines. -->
  <xsl:template match="db:keywordset|db:keyword|db:subjectset|db:subject
                       |db:subjectterm|db:itermset|db:meta"/>

  <!-- Metadata in other vocabularies.  No template applies this mode; it is
       here because a pattern in the default mode would slow down all others.
       -->
  <xsl:template match="db:info/*[not(self::db:*)]" mode="info.foreign"/>

  <!-- Alternative forms of a formula, and invisible spacing. -->
  <xsl:template match="m:annotation|m:annotation-xml|m:mphantom|m:mspace"
                mode="math"/>

  <!-- The short form of a title that is printed in full. -->
  <xsl:template match="db:titleabbrev"/>

  <!-- An index term: "primary, secondary, tertiary.  See other".  Formats with
       an index print it there. -->
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

  <!-- See or see also of the context index term; others: the entries; before,
       after: the words around them.  There is no full stop at the end of an
       entry. -->
  <xsl:template name="indexterm.others">
    <xsl:param name="others"/>
    <xsl:param name="before"/>
    <xsl:param name="after"/>
    <xsl:for-each select="$others">
      <xsl:choose>
        <xsl:when test="position() = 1">
          <xsl:for-each select="preceding-sibling::*[1]">
            <xsl:call-template name="block.point"/>
            <xsl:call-template name="block.space"/>
          </xsl:for-each>
          <xsl:value-of select="$before"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="$word.comma"/></xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="normalize-space()"/>
      <xsl:if test="position() = last()">
        <xsl:value-of select="translate($after, '.。', '')"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- Index terms of a glossary entry are printed with its terms only. -->
  <xsl:template match="db:indexterm" mode="glossary.term">
    <xsl:call-template name="indexterm"/>
  </xsl:template>

  <!-- The parts of an index term, which are printed with it. -->
  <xsl:template match="db:primary|db:secondary|db:tertiary|db:see|db:seealso"/>

  <!-- Names of man pages, which the format puts under NAME, and into files. -->
  <xsl:template match="r:names"/>

  <!-- In the head of the page, or in its attributes. -->
  <xsl:template match="db:refmeta|db:refmiscinfo|db:manvolnum
                       |db:refentrytitle"/>

  <!-- Places without text: references to them lead to the enclosing element,
       except to an anchor that resolve has given a name. -->
  <xsl:template match="db:anchor|db:areaspec|db:areaset|db:area|db:arc
                       |db:locator"/>

  <!-- Alternative text, which is printed with its image. -->
  <xsl:template match="db:alt"/>

  <!-- The appearance of tables in print. -->
  <xsl:template match="db:colspec|db:spanspec|db:col|db:colgroup"/>

  <!-- Audio, video and image files; their text is printed. -->
  <xsl:template match="db:imageobject|db:inlinemediaobject/db:imageobjectco
                       |db:imagedata
                       |db:videoobject|db:videodata|db:audioobject
                       |db:audiodata|db:textdata|db:multimediaparam"/>

  <!-- XLink extended links. -->
  <xsl:template match="db:extendedlink"/>

  <!-- Assemblies, which are instructions for making a document. -->
  <xsl:template match="db:assembly|db:resources|db:resource
                       |db:structure|db:module
                       |db:merge|db:relationships|db:relationship
                       |db:instance|db:association|db:transforms
                       |db:transform|db:filterin|db:filterout|db:output
                       |db:transclude|db:constraint"/>
</xsl:stylesheet>
