<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Paragraphs, admonitions, quotations, figures and examples. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <xsl:template match="db:para|db:simpara">
    <para>
      <xsl:if test="@r:continued">
        <xsl:attribute name="continued">yes</xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </para>
  </xsl:template>

  <!-- The context element's title as a line of its own above a block. -->
  <xsl:template name="block.title">
    <xsl:for-each select="(. | db:info)/*[self::db:title
                                          or self::db:subtitle]">
      <para><strong><xsl:apply-templates/></strong></para>
    </xsl:for-each>
  </xsl:template>

  <!-- Titles are printed by their parents. -->
  <xsl:template match="db:title|db:subtitle"/>

  <!-- A run-in title. -->
  <xsl:template match="db:formalpara">
    <para>
      <strong>
        <xsl:for-each select="(db:title | db:info/db:title)[1]">
          <xsl:apply-templates/>
          <xsl:call-template name="block.point"/>
        </xsl:for-each>
      </strong>
      <xsl:for-each select="(db:title | db:info/db:title)[1]">
        <xsl:call-template name="block.space"/>
      </xsl:for-each>
      <xsl:apply-templates select="db:para[1]/node()"/>
    </para>
    <xsl:apply-templates select="*[not(self::db:title)]
      [not(self::db:para) or preceding-sibling::db:para[1]]"/>
  </xsl:template>

  <!-- A full stop after the context element, unless it ends with punctuation.
       -->
  <xsl:template name="block.point">
    <xsl:param name="point" select="$word.point"/>
    <xsl:variable name="text" select="normalize-space()"/>
    <xsl:if test="not(contains('.?!:;。？！：；؟', substring($text,
                      string-length($text))))">
      <xsl:value-of select="$point"/>
    </xsl:if>
  </xsl:template>

  <!-- The blank after that; none after a full stop as wide as an ideograph. -->
  <xsl:template name="block.space">
    <xsl:variable name="text" select="normalize-space()"/>
    <xsl:if test="$word.point != '。' or contains('.?!:;', substring($text,
                  string-length($text)))">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="db:bridgehead">
    <para><strong><xsl:apply-templates/></strong></para>
  </xsl:template>

  <!-- A rule between blocks (asciidoc-hr). -->
  <xsl:template match="r:rule"><rule/></xsl:template>

  <!-- Admonitions.  Without a title, or with an empty one, the word for the
       kind is the title. -->
  <xsl:template match="db:note|db:tip|db:important|db:caution|db:warning
                       |db:danger">
    <note kind="{local-name()}">
      <xsl:if test="(db:title | db:info/db:title)[* or normalize-space()]">
        <xsl:attribute name="word">
          <xsl:value-of select="r:word(@r:word)"/>
        </xsl:attribute>
      </xsl:if>
      <title>
        <xsl:choose>
          <xsl:when test="(db:title | db:info/db:title)[* or normalize-space()]">
            <xsl:apply-templates
                select="(db:title | db:info/db:title)[1]/node()"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="r:word(@r:word)"/></xsl:otherwise>
        </xsl:choose>
      </title>
      <xsl:apply-templates/>
    </note>
  </xsl:template>

  <xsl:template match="db:sidebar|db:annotation">
    <note>
      <xsl:for-each select="(db:title | db:info/db:title)[1]
                            [* or normalize-space()]">
        <title><xsl:apply-templates/></title>
      </xsl:for-each>
      <xsl:call-template name="info.subtitle"/>
      <xsl:apply-templates/>
    </note>
  </xsl:template>

  <!-- The attribution is printed below the quotation. -->
  <xsl:template match="db:blockquote|db:epigraph">
    <blockquote>
      <xsl:call-template name="block.title"/>
      <xsl:apply-templates/>
      <xsl:for-each select="(. | db:info)/db:attribution">
        <para>
          <xsl:text>— </xsl:text>
          <xsl:apply-templates/>
        </para>
      </xsl:for-each>
    </blockquote>
  </xsl:template>

  <xsl:template match="db:attribution"/>

  <!-- A synopsis in a quotation is not indented further. -->
  <xsl:template match="db:refsynopsisdiv/db:blockquote[not(db:title)
                       and not(db:info) and not(db:attribution)]">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- Poetry and drama: lines are kept, even if they are too long. -->
  <xsl:template match="db:poetry|db:linegroup|db:drama|db:dialogue">
    <xsl:call-template name="block.title"/>
    <xsl:choose>
      <xsl:when test="db:line">
        <xsl:apply-templates select="*[not(self::db:line
          or self::db:linegroup or self::db:para or self::db:speaker)]"/>
        <list kind="plain" compact="yes">
          <xsl:for-each select="db:line|db:linegroup|db:para|db:speaker">
            <item><body><xsl:apply-templates select="."/></body></item>
          </xsl:for-each>
        </list>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="db:line"><para><xsl:apply-templates/></para></xsl:template>

  <xsl:template match="db:speaker">
    <para><strong><xsl:apply-templates/></strong></para>
  </xsl:template>

  <!-- Formal elements have a number if they have a title. -->
  <xsl:template match="db:figure|db:example|db:equation|db:informalfigure
                       |db:informalexample|db:informalequation">
    <figure>
      <xsl:call-template name="block.anchor"/>
      <xsl:call-template name="block.caption"/>
      <xsl:apply-templates/>
    </figure>
  </xsl:template>

  <!-- "Figure 1. Title", or as much of it as there is; "図 1 Title".  The number
       stays beside its word (U+00A0). -->
  <xsl:template name="block.caption">
    <xsl:variable name="title" select="(db:title | db:info/db:title)[1]"/>
    <xsl:if test="$title or @r:number">
      <title>
        <xsl:if test="@r:number">
          <xsl:variable name="word" select="string(r:word(@r:word))"/>
          <xsl:value-of select="$word"/>
          <xsl:if test="$word"><xsl:text>&#xA0;</xsl:text></xsl:if>
          <xsl:value-of select="@r:number"/>
          <xsl:if test="$title">
            <xsl:value-of select="concat(translate($word.point, '。', ''), ' ')"/>
          </xsl:if>
        </xsl:if>
        <xsl:apply-templates select="$title/node()"/>
      </title>
    </xsl:if>
  </xsl:template>

  <!-- The context element's anchor, if it can be referred to. -->
  <xsl:template name="block.anchor">
    <xsl:if test="@r:anchor">
      <xsl:attribute name="anchor">
        <xsl:value-of select="@r:anchor"/>
      </xsl:attribute>
      <xsl:call-template name="block.id"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="db:anchor[@r:anchor]">
    <anchor name="{@r:anchor}" id="{@r:id}"/>
  </xsl:template>

  <!-- The context element's id in the source. -->
  <xsl:template name="block.id">
    <xsl:if test="@xml:id">
      <xsl:attribute name="id">
        <xsl:value-of select="@xml:id"/>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- Blocks that only contain other blocks. -->
  <xsl:template match="db:formalgroup|db:task|db:tasksummary
                       |db:taskprerequisites|db:taskrelated|db:stepresult
                       |db:result|db:caption|db:constraintdef|db:msgset
                       |db:msgentry|db:simplemsgentry|db:msg|db:msgmain
                       |db:msgsub|db:msgrel|db:msgtext|db:msgexplan
                       |db:msginfo|db:revdescription|db:description">
    <xsl:call-template name="block.title"/>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- A revision history in the text. -->
  <xsl:template match="db:revhistory">
    <xsl:call-template name="block.title"/>
    <xsl:apply-templates select="db:info"/>
    <xsl:if test="db:revision">
      <list kind="plain">
        <xsl:for-each select="db:revision">
          <item>
            <body>
              <para>
                <xsl:for-each select="*[not(self::db:revdescription)
                    and not(self::db:personblurb)]">
                  <xsl:if test="position() &gt; 1">
                    <xsl:value-of select="$word.comma"/>
                  </xsl:if>
                  <xsl:apply-templates select="."/>
                </xsl:for-each>
              </para>
              <xsl:apply-templates select="*[self::db:revdescription
                                             or self::db:personblurb]"/>
            </body>
          </item>
        </xsl:for-each>
      </list>
    </xsl:if>
  </xsl:template>

  <!-- Parts that their parents print; these templates print a part that is
       processed alone. -->
  <xsl:template match="db:listitem|db:varlistentry|db:step|db:callout
                       |db:footnote|db:seglistitem|db:production
                       |db:enumitem|db:indexentry|db:namespace|db:row|db:tr
                       |db:thead|db:tbody|db:tfoot|db:revision">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="db:msgaud|db:msglevel|db:msgorig">
    <para><xsl:apply-templates/></para>
  </xsl:template>

  <!-- Grammars: one paragraph per production. -->
  <xsl:template match="db:productionset">
    <xsl:call-template name="block.title"/>
    <xsl:apply-templates select="db:info"/>
    <xsl:if test="db:production">
      <list kind="plain">
        <xsl:for-each select="db:production">
          <item>
            <body>
              <para>
                <var><xsl:apply-templates select="db:lhs/node()"/></var>
                <xsl:text> ::= </xsl:text>
                <xsl:for-each select="db:rhs">
                  <xsl:if test="position() &gt; 1"> | </xsl:if>
                  <xsl:apply-templates/>
                </xsl:for-each>
                <xsl:for-each select="db:constraint">
                  <xsl:text> [</xsl:text>
                  <xsl:call-template name="link"/>
                  <xsl:text>]</xsl:text>
                </xsl:for-each>
              </para>
            </body>
          </item>
        </xsl:for-each>
      </list>
    </xsl:if>
  </xsl:template>

  <xsl:template match="db:productionrecap">
    <para><xsl:call-template name="link"/></para>
  </xsl:template>
</xsl:stylesheet>
