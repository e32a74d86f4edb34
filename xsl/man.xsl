<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Man pages: sections in the order of man-pages(7). -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <xsl:import href="common/common.xsl"/>

  <!-- Headings that man pages have in common are in capitals; mandb recognises
       the first one only by words that it knows. -->
  <xsl:param name="man.name">NAME</xsl:param>
  <xsl:param name="man.synopsis">SYNOPSIS</xsl:param>
  <xsl:param name="man.description">DESCRIPTION</xsl:param>
  <xsl:param name="man.terms">TERMS</xsl:param>
  <xsl:param name="man.seealso">SEE ALSO</xsl:param>
  <xsl:param name="man.authors">AUTHORS</xsl:param>
  <xsl:param name="man.publication">PUBLICATION</xsl:param>
  <xsl:param name="man.copyright">COPYRIGHT</xsl:param>

  <xsl:template name="section.heading">
    <xsl:choose>
      <xsl:when test="self::db:refnamediv">
        <xsl:value-of select="$man.name"/>
      </xsl:when>
      <xsl:when test="self::db:refsynopsisdiv">
        <xsl:value-of select="$man.synopsis"/>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="section.word"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Columns that man(1) uses on an 80-column terminal. -->
  <xsl:variable name="man.line" select="78"/>

  <!-- Width of man(1)'s default manual title, used when the source gives none.
       -->
  <xsl:variable name="man.manual.width" select="32"/>

  <!-- The head names the manual, the foot the package: as much as fits. -->
  <xsl:template name="document.belongs">
    <xsl:variable name="manual">
      <xsl:call-template name="man.head"/>
    </xsl:variable>
    <xsl:variable name="source">
      <xsl:call-template name="man.foot"/>
    </xsl:variable>
    <xsl:variable name="whole">
      <xsl:call-template name="document.source"/>
    </xsl:variable>
    <xsl:variable name="room">
      <xsl:call-template name="man.head.room"/>
    </xsl:variable>
    <xsl:if test="string($source) != string($whole)">
      <xsl:attribute name="source">
        <xsl:value-of select="$source"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:if test="string($manual) or $man.manual.width &gt; $room">
      <xsl:attribute name="manual">
        <xsl:value-of select="$manual"/>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- What does not fit into the head and foot of a document, one paragraph
       each; not for reference pages. -->
  <xsl:template name="man.overlong">
    <xsl:variable name="manual">
      <xsl:call-template name="man.head"/>
    </xsl:variable>
    <xsl:variable name="source">
      <xsl:call-template name="man.foot"/>
    </xsl:variable>
    <xsl:variable name="whole.manual">
      <xsl:call-template name="man.manual"/>
    </xsl:variable>
    <xsl:variable name="whole.source">
      <xsl:call-template name="document.source"/>
    </xsl:variable>
    <xsl:if test="string($manual) != string($whole.manual)">
      <para><xsl:value-of select="$whole.manual"/></para>
    </xsl:if>
    <xsl:if test="string($source) != string($whole.source)">
      <para><xsl:value-of select="$whole.source"/></para>
    </xsl:if>
  </xsl:template>

  <!-- In the head, the manual is between two names of the page. -->
  <xsl:template name="man.head.room">
    <xsl:variable name="name">
      <xsl:call-template name="man.name.width"/>
    </xsl:variable>
    <xsl:value-of select="$man.line - 2 * ($name + 1)"/>
  </xsl:template>

  <xsl:template name="man.head">
    <xsl:variable name="words">
      <xsl:call-template name="man.manual"/>
    </xsl:variable>
    <xsl:variable name="room">
      <xsl:call-template name="man.head.room"/>
    </xsl:variable>
    <xsl:call-template name="man.fit">
      <xsl:with-param name="words" select="string($words)"/>
      <xsl:with-param name="room" select="number($room)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- In the foot, the package is before the date, which is centred, or before
       the name. -->
  <xsl:template name="man.foot">
    <xsl:variable name="words">
      <xsl:call-template name="document.source"/>
    </xsl:variable>
    <xsl:variable name="name">
      <xsl:call-template name="man.name.width"/>
    </xsl:variable>
    <xsl:variable name="date">
      <xsl:call-template name="man.width">
        <xsl:with-param name="words" select="string(@r:date)"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:call-template name="man.fit">
      <xsl:with-param name="words" select="string($words)"/>
      <xsl:with-param name="room"
          select="not(@r:date) * ($man.line - $name - 1)
                  + boolean(@r:date) * (floor(($man.line - $date) div 2) - 1)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- As much of a text as fits.  In a reference page, where it is not printed
       elsewhere, the loss is reported. -->
  <xsl:template name="man.fit">
    <xsl:param name="words"/>
    <xsl:param name="room"/>
    <xsl:variable name="width">
      <xsl:call-template name="man.width">
        <xsl:with-param name="words" select="$words"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$width &lt;= $room">
        <xsl:value-of select="$words"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="self::db:refentry">
          <!-- src/layout/xslt_errors.c recognises it by its first word -->
          <xsl:message>
            <xsl:value-of select="concat('overlong ', $words)"/>
          </xsl:message>
        </xsl:if>
        <xsl:call-template name="man.cut">
          <xsl:with-param name="words" select="$words"/>
          <xsl:with-param name="room" select="$room - 3"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The words that fit, and "..."; cut: the text to try, with at most as many
       characters as there are columns. -->
  <xsl:template name="man.cut">
    <xsl:param name="words"/>
    <xsl:param name="room"/>
    <xsl:param name="cut" select="substring($words, 1, $room)"/>
    <xsl:variable name="width">
      <xsl:call-template name="man.width">
        <xsl:with-param name="words" select="$cut"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="next"
                  select="substring($words, string-length($cut) + 1, 1)"/>
    <xsl:choose>
      <xsl:when test="$cut = ''"/>
      <xsl:when test="$width &lt;= $room
          and ($next = ' ' or $man.wide or not(contains($cut, ' ')))">
        <xsl:value-of select="concat(normalize-space($cut), '...')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="man.cut">
          <xsl:with-param name="words" select="$words"/>
          <xsl:with-param name="room" select="$room"/>
          <xsl:with-param name="cut"
              select="substring($cut, 1, string-length($cut) - 1)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- In Chinese, Japanese and Korean a non-ASCII character takes two columns;
       this is the width of a text. -->
  <xsl:variable name="man.wide" select="contains('|zh|ja|ko|',
    concat('|', substring($document.lang, 1, 2), '|'))"/>
  <xsl:variable name="man.narrow" select="concat(' !#$%&amp;()*+,-./:;&lt;=>?@_',
    '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')"/>

  <xsl:template name="man.width">
    <xsl:param name="words"/>
    <xsl:value-of select="string-length($words)
      + $man.wide * string-length(translate($words, $man.narrow, ''))"/>
  </xsl:template>

  <!-- The width of the page's name with its section, as in head and foot. -->
  <xsl:template name="man.name.width">
    <xsl:value-of select="2 + string-length(@r:section)
      + string-length(@r:heading | @r:name[not(../@r:heading)])"/>
  </xsl:template>

  <!-- The manual that the page belongs to. -->
  <xsl:template name="man.manual">
    <xsl:variable name="own" select="db:refmeta/db:refmiscinfo
      [@class='manual' or @class='sectdesc'][normalize-space()][1]"/>
    <!-- the title of the enclosing element is among its first children -->
    <xsl:variable name="start"
                  select="self::db:refentry/../*[1] | self::db:refentry/../*[2]"/>
    <xsl:variable name="outer" select="$start/self::db:title
                                       | $start/self::db:info/db:title"/>
    <!-- refmeta has the page's name; a title is that of the manual -->
    <xsl:variable name="title" select="self::db:refentry/db:title
                                       | self::db:refentry/db:info/db:title"/>
    <xsl:variable name="manual.words">
      <xsl:apply-templates mode="names" select="($own
        | $outer[not($own)] | $title[not($own or $outer)])[1]"/>
    </xsl:variable>
    <xsl:variable name="words" select="normalize-space($manual.words)"/>
    <xsl:choose>
      <xsl:when test="$words"><xsl:value-of select="$words"/></xsl:when>
      <xsl:when test="string($document.manual)">
        <xsl:value-of select="$document.manual"/>
      </xsl:when>
      <xsl:when test="self::db:glossentry">
        <xsl:value-of select="$document.book"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Each reference page is a page; a document of reference pages only is none
       itself. -->
  <xsl:template match="/">
    <documents>
      <xsl:for-each select="*">
        <xsl:if test="not(@r:frame)">
          <xsl:call-template name="document"/>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="*/descendant::db:refentry[@r:name]">
        <xsl:call-template name="document"/>
      </xsl:for-each>
      <xsl:if test="$man.split">
        <xsl:for-each select="descendant::db:glossentry[@r:name]">
          <xsl:call-template name="document"/>
        </xsl:for-each>
      </xsl:if>
    </documents>
  </xsl:template>

  <xsl:variable name="man.split" select="boolean(/*/@r:split)"/>

  <xsl:template name="section.made.word">
    <xsl:choose>
      <xsl:when test="parent::db:refentry">
        <xsl:value-of select="$man.description"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="@r:anchor"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Further lines of NAME. -->
  <xsl:template name="man.names">
    <xsl:for-each select="r:names/r:naming">
      <naming>
        <xsl:for-each select="r:name">
          <name><xsl:value-of select="."/></name>
        </xsl:for-each>
        <purpose><xsl:value-of select="r:purpose"/></purpose>
      </naming>
    </xsl:for-each>
  </xsl:template>

  <!-- An entry as a page. -->
  <xsl:template name="man.entry">
    <section>
      <title><xsl:value-of select="$man.name"/></title>
      <xsl:call-template name="man.names"/>
    </section>
    <section>
      <title><xsl:value-of select="$man.description"/></title>
      <xsl:call-template name="man.entry.head"/>
      <xsl:call-template name="glossary.body"/>
    </section>
    <xsl:call-template name="man.pages"/>
  </xsl:template>

  <!-- The names again, if NAME does not have them as they are written: "I/O" is
       I-O there, and pronunciations are missing. -->
  <xsl:template name="man.entry.head">
    <xsl:variable name="names" select="r:names/r:naming[1]/r:name"/>
    <xsl:variable name="other">
      <xsl:for-each select="db:glossterm | db:acronym | db:abbrev">
        <xsl:variable name="words"><xsl:apply-templates mode="names"/>
        </xsl:variable>
        <xsl:if test="not(translate(normalize-space($words), ' ', '-')
                          = $names)">x</xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="string($other)">
      <para><xsl:apply-templates mode="glossary.term"/></para>
    </xsl:if>
  </xsl:template>

  <!-- The pages to see also, of the context element. -->
  <xsl:template name="man.pages">
    <xsl:if test="r:names/r:page">
      <section>
        <title><xsl:value-of select="$man.seealso"/></title>
        <para>
          <xsl:for-each select="r:names/r:page">
            <xsl:if test="position() &gt; 1">
              <xsl:value-of select="$word.comma"/>
            </xsl:if>
            <page name="{@name}" section="{@section}"/>
          </xsl:for-each>
        </para>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Entries to see also are pages under SEE ALSO. -->
  <xsl:template name="glossary.seealso">
    <xsl:if test="not($man.split) or db:glossseealso[not(@r:target)]">
      <xsl:call-template name="glossary.others"/>
    </xsl:if>
  </xsl:template>

  <!-- If entries are pages, there is a list of these. -->
  <xsl:template name="glossary.entries">
    <xsl:choose>
      <xsl:when test="$man.split and db:glossentry">
        <list kind="terms">
          <xsl:for-each select="db:glossentry">
            <xsl:choose>
              <xsl:when test="@r:name">
                <item anchor="{@r:anchor}">
                  <term>
                    <xsl:if test="translate(db:glossterm[1], ' ', '-')
                                  != @r:name">
                      <xsl:apply-templates select="db:glossterm[1]"
                                           mode="glossary.term"/>
                      <xsl:value-of select="$word.comma"/>
                    </xsl:if>
                    <page name="{@r:name}" section="{@r:section}"/>
                  </term>
                  <body>
                    <para>
                      <xsl:value-of select="r:names/r:naming/r:purpose"/>
                    </para>
                  </body>
                </item>
              </xsl:when>
              <xsl:otherwise>
                <xsl:call-template name="glossary.entry"/>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </list>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="glossary.list"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="db:refentry[@r:name]"/>

  <!-- The name of its page, since whatis does not find names with spaces. -->
  <xsl:template name="refentry.name">
    <xsl:variable name="name">
      <xsl:apply-templates mode="names"/>
    </xsl:variable>
    <xsl:value-of select="translate(normalize-space($name), ' ', '_')"/>
  </xsl:template>

  <xsl:template name="document.content">
    <xsl:for-each select="db:refnamediv/db:refname[@r:alias]">
      <alias name="{@r:alias}"/>
    </xsl:for-each>
    <xsl:for-each select="r:names/r:alias">
      <alias name="{.}"/>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="self::db:glossentry">
        <xsl:call-template name="man.entry"/>
      </xsl:when>
      <!-- in the order of the source -->
      <xsl:when test="self::db:refentry">
        <xsl:call-template name="document.sections"/>
        <xsl:call-template name="man.description"/>
        <xsl:call-template name="man.entries"/>
      </xsl:when>
      <xsl:otherwise>
        <section>
          <title><xsl:value-of select="$man.name"/></title>
          <naming>
            <name><xsl:value-of select="@r:name"/></name>
            <purpose><xsl:call-template name="document.title"/></purpose>
          </naming>
          <xsl:call-template name="man.names"/>
        </section>
        <xsl:call-template name="man.description"/>
        <xsl:call-template name="man.entries"/>
        <xsl:call-template name="document.sections"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="man.info"/>
    <xsl:if test="not(self::db:glossentry)">
      <xsl:call-template name="man.pages"/>
    </xsl:if>
  </xsl:template>

  <!-- Sections from the page's info and, for a reference page, from that of
       enclosing elements.  Publication data are a section, but not in a
       reference page. -->
  <xsl:template name="man.info">
    <xsl:variable name="own" select="db:info"/>
    <xsl:variable name="start" select="ancestor::*/*[1] | ancestor::*/*[2]
                                       | ancestor::*/*[3] | ancestor::*/*[4]"/>
    <xsl:variable name="page" select="boolean(self::db:refentry)"/>
    <xsl:variable name="around" select="$start[$page]/self::db:info"/>
    <xsl:variable name="publication">
      <xsl:if test="not($page) and not(self::db:glossentry)">
        <xsl:call-template name="man.overlong"/>
      </xsl:if>
      <xsl:for-each select="$around[/*/@r:frame]">
        <xsl:call-template name="info.publication">
          <xsl:with-param name="head" select="'pages'"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="$own">
        <xsl:call-template name="info.publication"/>
      </xsl:for-each>
      <xsl:call-template name="refentry.misc">
        <xsl:with-param name="manual" select="normalize-space(
          db:refmeta/db:refmiscinfo[@class='manual' or @class='sectdesc']
                                   [normalize-space()][1])"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:call-template name="man.section">
      <xsl:with-param name="title" select="$man.authors"/>
      <xsl:with-param name="content">
        <xsl:for-each select="$around">
          <xsl:call-template name="info.makers">
            <xsl:with-param name="known"
                            select="$own/* | $own/db:authorgroup/*"/>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:for-each select="$own">
          <xsl:call-template name="info.makers"/>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:if test="not($page)">
      <xsl:call-template name="man.section">
        <xsl:with-param name="title" select="$man.publication"/>
        <xsl:with-param name="content" select="$publication"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="man.section">
      <xsl:with-param name="title" select="$man.copyright"/>
      <xsl:with-param name="content">
        <xsl:for-each select="$around | $own">
          <xsl:call-template name="info.rights"/>
        </xsl:for-each>
        <xsl:if test="$page"><xsl:copy-of select="$publication"/></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- What the root has before its sections. -->
  <xsl:template name="man.description">
    <xsl:if test="db:subtitle or db:info/db:subtitle or db:info/db:abstract
        or db:title and db:info/db:title
        or not(@r:is = 'section')
        or *[not(self::db:title) and not(self::db:titleabbrev)
             and not(self::db:refmeta) and not(self::db:info)
             and not(self::r:names) and not(self::db:glossentry)
             and not(self::db:biblioentry) and not(self::db:bibliomixed)
             and not(@r:is = 'section')
             and not(self::db:remark) and not(self::db:indexterm)
             and (normalize-space() or descendant-or-self::*/@*)]">
      <section>
        <title><xsl:value-of select="$man.description"/></title>
        <xsl:call-template name="document.intro"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The entries that are children of the root. -->
  <xsl:template name="man.entries">
    <xsl:if test="not(self::db:glosslist) and db:glossentry
        or not(self::db:bibliolist) and (db:biblioentry
                                         or db:bibliomixed)">
      <section>
        <title><xsl:value-of select="$man.terms"/></title>
        <xsl:call-template name="document.entries"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- A section from the info, if it has content; an empty title leaves it out.
       -->
  <xsl:template name="man.section">
    <xsl:param name="title"/>
    <xsl:param name="content"/>
    <xsl:if test="string($title) and string($content)">
      <section>
        <title><xsl:value-of select="$title"/></title>
        <xsl:copy-of select="$content"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- A page has two levels of headings, so parts are put next to their
       chapters, and books next to their parts. -->
  <xsl:template match="db:part|db:book">
    <section anchor="{@r:anchor}">
      <xsl:call-template name="section.title"/>
      <xsl:call-template name="info.subtitle"/>
      <xsl:apply-templates select="*[not(@r:is = 'section')]"/>
      <xsl:apply-templates select="db:partintro"/>
    </section>
    <xsl:apply-templates select="*[not(self::db:partintro)]
      [@r:is = 'section']"/>
  </xsl:template>
</xsl:stylesheet>
