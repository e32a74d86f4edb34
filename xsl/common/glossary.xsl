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
    <section>
      <xsl:call-template name="section.anchor"/>
      <xsl:call-template name="section.title"/>
      <xsl:call-template name="info.subtitle"/>
      <xsl:apply-templates select="*[not(self::db:glossentry)
        and not(self::r:footnotes)
        and not(@r:is = 'section')]"/>
      <xsl:call-template name="glossary.entries"/>
      <xsl:apply-templates select="r:footnotes"/>
      <xsl:call-template name="document.sections"/>
    </section>
  </xsl:template>

  <xsl:template match="db:glosslist">
    <xsl:call-template name="block.title"/>
    <xsl:apply-templates select="*[not(self::db:glossentry)]"/>
    <xsl:call-template name="glossary.entries"/>
  </xsl:template>

  <!-- The context element's entries; a format may put something else there. -->
  <xsl:template name="glossary.entries">
    <xsl:call-template name="glossary.list"/>
  </xsl:template>

  <!-- Where entries.xsl lays out the entries, a list has the number by which it
       finds its own. -->
  <xsl:template name="glossary.list">
    <xsl:choose>
      <xsl:when test="@r:entries">
        <list kind="terms" defines="yes" entries="{@r:entries}"/>
      </xsl:when>
      <xsl:when test="db:glossentry">
        <list kind="terms" defines="yes">
          <xsl:for-each select="db:glossentry">
            <xsl:call-template name="glossary.entry"/>
          </xsl:for-each>
        </list>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- One that stands alone is a list of one. -->
  <xsl:template match="db:glossentry">
    <list kind="terms" defines="yes">
      <xsl:call-template name="glossary.entry"/>
    </list>
  </xsl:template>

  <!-- Its names make the term, the rest of its children the body. -->
  <xsl:template name="glossary.entry">
    <item anchor="{@r:anchor}">
      <xsl:if test="@xml:id"><xsl:call-template name="block.id"/></xsl:if>
      <term>
        <xsl:apply-templates mode="glossary.term"/>
        <!-- without a term it would go on with the entry before -->
        <xsl:if test="not((db:glossterm | db:acronym | db:abbrev)
                          [normalize-space() or descendant::*/@*])">—</xsl:if>
      </term>
      <body><xsl:call-template name="glossary.body"/></body>
    </item>
  </xsl:template>

  <!-- What the context entry says: its senses, numbered where there are several,
       or where it leads on to. -->
  <xsl:template name="glossary.body">
    <xsl:choose>
      <xsl:when test="db:glossdef/@r:number">
        <list kind="number">
          <xsl:for-each select="db:glossdef">
            <item mark="{@r:number}.">
              <body><xsl:call-template name="glossary.sense"/></body>
            </item>
          </xsl:for-each>
        </list>
        <xsl:apply-templates select="*[not(self::db:glossdef)]"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="db:glossentry/db:glossterm|db:glossentry/db:acronym
                       |db:glossentry/db:abbrev
                       |db:glossentry/db:indexterm"/>

  <xsl:template match="db:glossterm" mode="glossary.term">
    <xsl:if test="position() &gt; 1">
      <xsl:value-of select="$word.comma"/>
    </xsl:if>
    <xsl:call-template name="glossary.index"/>
    <strong><xsl:apply-templates/></strong>
  </xsl:template>

  <!-- Other names, together in parentheses. -->
  <xsl:template match="db:acronym" name="glossary.name" mode="glossary.term">
    <xsl:if test="not(@r:repeated = 'whole')">
      <xsl:call-template name="glossary.index"/>
    </xsl:if>
    <!-- what the term says already stands before the others -->
    <xsl:if test="not(@r:repeated)">
      <xsl:choose>
        <xsl:when test="preceding-sibling::*[1]/self::*[not(@r:repeated)][
                        self::db:acronym or self::db:abbrev[
                        not(*[not(self::db:link)])]]">
          <xsl:value-of select="$word.comma"/>
        </xsl:when>
        <xsl:otherwise><xsl:text> (</xsl:text></xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates/>
      <xsl:if test="not(following-sibling::*[1]/self::db:acronym
                    or following-sibling::*[1]/self::db:abbrev[
                    not(*[not(self::db:link)])])">
        <xsl:text>)</xsl:text>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- The same, if it is a name: with markup in it, it says something of the
       term (how it is spoken, which part of speech it is). -->
  <xsl:template match="db:abbrev" mode="glossary.term">
    <xsl:choose>
      <xsl:when test="*[not(self::db:link)]">
        <xsl:text> </xsl:text>
        <xsl:apply-templates/>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="glossary.name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="glossary.term"/>

  <!-- One sense: its subject, what it says, and where else to look. -->
  <xsl:template match="db:glossdef" name="glossary.sense">
    <xsl:if test="@subject">
      <para>
        <em>
          <xsl:value-of select="concat($word.subject, @subject)"/>
        </em>
      </para>
    </xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="db:glossseealso">
      <xsl:call-template name="glossary.seealso"/>
    </xsl:if>
  </xsl:template>

  <!-- Where else to look from the context element; a format may have a place of
       its own for that. -->
  <xsl:template name="glossary.seealso">
    <xsl:call-template name="glossary.others"/>
  </xsl:template>

  <!-- "See also A, B and C.", of all in the context element. -->
  <xsl:template name="glossary.others">
    <para see="yes">
      <xsl:value-of select="$word.seealso"/>
      <xsl:for-each select="db:glossseealso">
        <xsl:if test="position() &gt; 1">
          <xsl:choose>
            <xsl:when test="position() = last()">
              <xsl:value-of select="$word.and"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="$word.comma"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:if>
        <xsl:call-template name="link"/>
      </xsl:for-each>
      <xsl:for-each select="db:glossseealso[last()]">
        <xsl:call-template name="glossary.end">
          <xsl:with-param name="end" select="$word.seealso.end"/>
        </xsl:call-template>
      </xsl:for-each>
    </para>
  </xsl:template>

  <!-- Printed by the sense that it ends, with the others. -->
  <xsl:template match="db:glossseealso"/>

  <xsl:template match="db:glosssee">
    <para see="yes">
      <xsl:value-of select="$word.see"/>
      <xsl:call-template name="link"/>
      <xsl:call-template name="glossary.end">
        <xsl:with-param name="end" select="$word.see.end"/>
      </xsl:call-template>
    </para>
  </xsl:template>

  <!-- After the context reference; a term that ends with a mark, such as
       "etc.", needs no point. -->
  <xsl:template name="glossary.end">
    <xsl:param name="end"/>
    <xsl:variable name="words" select="concat(@r:text, normalize-space())"/>
    <xsl:if test="$end != '.' or @r:remote or $words = ''
                  or not(contains('.?!', substring($words,
                                  string-length($words))))">
      <xsl:value-of select="$end"/>
    </xsl:if>
  </xsl:template>

  <!-- The context element's words in the index, but for what is said beside
       them. -->
  <xsl:template name="glossary.index">
    <indexterm name="yes"><xsl:apply-templates mode="names"/></indexterm>
  </xsl:template>
</xsl:stylesheet>
