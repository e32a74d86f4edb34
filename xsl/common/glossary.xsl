<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Glossaries: divisions, entries, definitions, see and see also. -->
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

  <!-- The entries of the context element; a format may override this. -->
  <xsl:template name="glossary.entries">
    <xsl:call-template name="glossary.list"/>
  </xsl:template>

  <!-- If entries.xsl lays out the entries, the list gets the number by which
       its items are found. -->
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

  <!-- A single entry is a list with one item. -->
  <xsl:template match="db:glossentry">
    <list kind="terms" defines="yes">
      <xsl:call-template name="glossary.entry"/>
    </list>
  </xsl:template>

  <!-- The names of an entry are its term, the other children its body. -->
  <xsl:template name="glossary.entry">
    <item anchor="{@r:anchor}">
      <xsl:if test="@xml:id"><xsl:call-template name="block.id"/></xsl:if>
      <xsl:if test="@r:name"><xsl:call-template name="section.page"/></xsl:if>
      <term>
        <xsl:apply-templates mode="glossary.term"/>
        <!-- without a term it would continue the entry before it -->
        <xsl:if test="not((db:glossterm | db:acronym | db:abbrev)
            [text()[normalize-space()] or *[not(self::db:indexterm)
             and not(self::db:anchor)][normalize-space()
                                       or descendant-or-self::*/@*]])">
          <xsl:text>—</xsl:text>
        </xsl:if>
      </term>
      <body><xsl:call-template name="glossary.body"/></body>
    </item>
  </xsl:template>

  <!-- The body of the context entry: its definitions, numbered if there are
       several, or the entry to see. -->
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

  <!-- Other names, in one pair of parentheses. -->
  <xsl:template match="db:acronym" name="glossary.name" mode="glossary.term">
    <xsl:if test="not(@r:repeated = 'whole')">
      <xsl:call-template name="glossary.index"/>
    </xsl:if>
    <!-- first those that the term ends with -->
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

  <!-- An abbrev is a name only without markup; with markup it is information
       about the term (pronunciation, part of speech). -->
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

  <!-- One definition: its subject, its content, see also. -->
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

  <!-- The entries to see also, of the context element; a format may print them
       elsewhere. -->
  <xsl:template name="glossary.seealso">
    <xsl:call-template name="glossary.others"/>
  </xsl:template>

  <!-- "See also A, B and C.": all in the context element. -->
  <xsl:template name="glossary.others">
    <para see="yes">
      <xsl:value-of select="$word.seealso"/>
      <xsl:for-each select="db:glossseealso">
        <xsl:if test="position() &gt; 1">
          <xsl:choose>
            <xsl:when test="position() = last()">
              <xsl:call-template name="words.and">
                <xsl:with-param name="next"
                                select="normalize-space(concat(., @r:text))"/>
              </xsl:call-template>
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

  <!-- Printed together at the end of its definition. -->
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

  <!-- The full stop after the context reference, unless the term ends with
       punctuation, such as "etc.". -->
  <xsl:template name="glossary.end">
    <xsl:param name="end"/>
    <xsl:variable name="words" select="concat(@r:text, normalize-space())"/>
    <xsl:if test="$end != '.' or @r:remote or $words = ''
                  or not(contains('.?!', substring($words,
                                  string-length($words))))">
      <xsl:value-of select="$end"/>
    </xsl:if>
  </xsl:template>

  <!-- The context element's text for the index, without asides. -->
  <xsl:template name="glossary.index">
    <indexterm name="yes"><xsl:apply-templates mode="names"/></indexterm>
  </xsl:template>
</xsl:stylesheet>
