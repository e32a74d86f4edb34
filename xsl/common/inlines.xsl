<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Inlines, grouped by how they look. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <!-- Code: what computers read or print. -->
  <xsl:template match="db:buildtarget|db:code|db:command
                       |db:computeroutput|db:constant
                       |db:envar|db:errorcode|db:errorname|db:errortype
                       |db:filename|db:function|db:literal|db:markup|db:option
                       |db:prompt|db:property|db:returnvalue|db:symbol
                       |db:systemitem|db:token|db:userinput|db:varname
                       |db:classname|db:methodname|db:interfacename
                       |db:exceptionname|db:enumname|db:enumvalue
                       |db:enumidentifier|db:keycode|db:keysym|db:initializer
                       |db:modifier|db:package|db:macroname|db:typedefname
                       |db:unionname|db:templatename|db:namespacename
                       |db:nonterminal">
    <code><xsl:apply-templates/></code>
  </xsl:template>

  <xsl:template match="db:type">
    <xsl:choose>
      <xsl:when test="@class = 'union' or @class = 'intersection'">
        <xsl:call-template name="inlines.types"/>
      </xsl:when>
      <xsl:otherwise><code><xsl:apply-templates/></code></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A union or intersection of types: "int|(A&amp;B)". -->
  <xsl:template name="inlines.types">
    <xsl:variable name="nested" select="parent::db:type"/>
    <xsl:variable name="sign">
      <xsl:choose>
        <xsl:when test="@class = 'union'">|</xsl:when>
        <xsl:otherwise>&amp;</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <code>
      <xsl:if test="$nested">(</xsl:if>
      <xsl:for-each select="*|text()[normalize-space()]">
        <xsl:if test="position() &gt; 1"><xsl:value-of select="$sign"/></xsl:if>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
      <xsl:if test="$nested">)</xsl:if>
    </code>
  </xsl:template>

  <!-- Placeholders that the reader replaces. -->
  <xsl:template match="db:replaceable|db:parameter">
    <var><xsl:apply-templates/></var>
  </xsl:template>

  <!-- Labels of buttons and menus. -->
  <xsl:template match="db:mousebutton|db:guibutton|db:guiicon
                       |db:guilabel|db:guimenu|db:guimenuitem|db:guisubmenu">
    <strong><xsl:apply-templates/></strong>
  </xsl:template>

  <xsl:template match="db:keycap">
    <xsl:choose>
      <xsl:when test="@function and not(* or normalize-space())">
        <xsl:call-template name="inlines.key"/>
      </xsl:when>
      <xsl:otherwise><strong><xsl:apply-templates/></strong></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A key without a label, shown by its function. -->
  <xsl:template name="inlines.key">
    <xsl:variable name="name" select="@otherfunction[../@function = 'other']
                                      | @function[not(. = 'other')]"/>
    <strong>
      <xsl:value-of select="concat(translate(substring($name, 1, 1),
          'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
          substring($name, 2))"/>
    </strong>
  </xsl:template>

  <!-- Rendered as emphasis: titles, foreign phrases, words as words, stage
       directions. -->
  <xsl:template match="db:citetitle|db:foreignphrase|db:wordasword
                       |db:stagedir">
    <em><xsl:apply-templates/></em>
  </xsl:template>

  <!-- Inlines without formatting of their own. -->
  <xsl:template match="db:abbrev|db:accel|db:acronym
                       |db:application|db:database|db:errortext|db:hardware
                       |db:inlineequation|db:mathphrase|db:termdef|db:jobtitle
                       |db:orgdiv|db:bibliocoverage|db:bibliorelation
                       |db:bibliosource|db:bibliomisc|db:biblioid
                       |db:citebiblioid|db:bibliomset|db:shortaffil|db:contrib
                       |db:edition|db:date|db:pubdate|db:releaseinfo
                       |db:publishername|db:volumenum|db:issuenum
                       |db:seriesvolnums|db:pagenums|db:artpagenums
                       |db:contractnum|db:contractsponsor|db:confdates
                       |db:confnum|db:confsponsor|db:conftitle|db:holder
                       |db:year|db:refpurpose|db:specializedtemplate
                       |db:template|db:otheraddr|db:fax|db:phone|db:pob
                       |db:postcode|db:city|db:state|db:street|db:country
                       |db:authorinitials|db:honorific|db:firstname
                       |db:givenname|db:othername|db:surname|db:lineage
                       |db:productnumber|db:member|db:seg|db:segtitle|db:term
                       |db:primary|db:secondary|db:tertiary|db:revnumber
                       |db:revremark|db:lhs|db:rhs|db:label|db:refname
                       |db:refclass|db:refdescriptor|db:primaryie
                       |db:secondaryie|db:tertiaryie|db:seeie|db:seealsoie
                       |db:enumitemdescription|db:tocentry">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- Asides in a name, which are not part of its plain text. -->
  <xsl:template match="db:indexterm|db:footnote|db:footnoteref|db:remark|db:alt
                       |db:annotation" mode="names"/>

  <!-- A synopsis in a name has its brackets. -->
  <xsl:template match="db:*[@r:inline]" mode="names">
    <xsl:variable name="words"><xsl:apply-templates select="."/></xsl:variable>
    <xsl:value-of select="$words"/>
  </xsl:template>

  <!-- Deleted text: the roles of DocBook XSL, Asciidoctor and others. -->
  <xsl:template name="inlines.struck">
    <xsl:variable name="roles"
                  select="concat(' ', normalize-space(@role), ' ')"/>
    <xsl:if test="contains($roles, ' strikethrough ')
        or contains($roles, ' line-through ') or contains($roles, ' strike ')
        or contains($roles, ' strikeout ') or contains($roles, ' del ')
        or contains($roles, ' deleted ')">yes</xsl:if>
  </xsl:template>

  <!-- What resolve has put around words in another language or direction. -->
  <xsl:template name="inlines.passage">
    <passage>
      <xsl:for-each select="@r:lang | @r:dir">
        <xsl:attribute name="{local-name()}">
          <xsl:value-of select="."/>
        </xsl:attribute>
      </xsl:for-each>
      <xsl:apply-templates/>
    </passage>
  </xsl:template>

  <!--
    No predicate in these patterns: for each element libxslt would count those
    beside it anew where others of the same name stand in it.
  -->
  <xsl:template match="db:phrase">
    <xsl:variable name="struck">
      <xsl:if test="@role"><xsl:call-template name="inlines.struck"/></xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@r:lang or @r:dir">
        <xsl:call-template name="inlines.passage"/>
      </xsl:when>
      <xsl:when test="string($struck)">
        <del><xsl:apply-templates/></del>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="db:emphasis">
    <xsl:variable name="struck">
      <xsl:if test="@role"><xsl:call-template name="inlines.struck"/></xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@role = 'strong' or @role = 'bold'">
        <strong><xsl:apply-templates/></strong>
      </xsl:when>
      <xsl:when test="string($struck)">
        <del><xsl:apply-templates/></del>
      </xsl:when>
      <xsl:otherwise><em><xsl:apply-templates/></em></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="db:quote">
    <xsl:value-of select="$quote.open"/>
    <xsl:apply-templates/>
    <xsl:value-of select="$quote.close"/>
  </xsl:template>

  <!-- Nested quotations alternate between two kinds of quotation marks. -->
  <xsl:template match="db:quote//db:quote">
    <xsl:variable name="inner" select="count(ancestor::db:quote) mod 2"/>
    <xsl:if test="$inner"><xsl:value-of select="$quote.inner.open"/></xsl:if>
    <xsl:if test="not($inner)"><xsl:value-of select="$quote.open"/></xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="$inner"><xsl:value-of select="$quote.inner.close"/></xsl:if>
    <xsl:if test="not($inner)"><xsl:value-of select="$quote.close"/></xsl:if>
  </xsl:template>

  <xsl:template match="db:subscript">
    <sub><xsl:apply-templates/></sub>
  </xsl:template>

  <xsl:template match="db:superscript">
    <sup><xsl:apply-templates/></sup>
  </xsl:template>

  <xsl:template match="db:optional">
    <xsl:text>[</xsl:text>
    <xsl:apply-templates/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <!-- Keys pressed together, or one after the other. -->
  <xsl:template match="db:keycombo">
    <xsl:for-each select="*">
      <xsl:if test="position() &gt; 1">
        <xsl:choose>
          <xsl:when test="../@action = 'seq'">
            <xsl:text> </xsl:text>
          </xsl:when>
          <xsl:otherwise>+</xsl:otherwise>
        </xsl:choose>
      </xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- A path through menus, then its keyboard shortcut. -->
  <xsl:template match="db:menuchoice">
    <xsl:for-each select="*[not(self::db:shortcut)]">
      <xsl:if test="position() &gt; 1">
        <xsl:text> &gt; </xsl:text>
      </xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
    <xsl:for-each select="db:shortcut">
      <xsl:text> (</xsl:text>
      <xsl:apply-templates select="."/>
      <xsl:text>)</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="db:shortcut">
    <xsl:for-each select="*">
      <xsl:if test="position() &gt; 1">+</xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- Markup has delimiters by its class: those before and, after a slash,
       those behind. -->
  <xsl:variable name="inlines.tag" select="concat(
    '|starttag &lt;|/starttag &gt;|endtag &lt;/|/endtag &gt;|emptytag &lt;',
    '|/emptytag /&gt;|genentity &amp;|/genentity ;|numcharref &amp;#',
    '|/numcharref ;|paramentity %|/paramentity ;|pi &lt;?|/pi &gt;',
    '|xmlpi &lt;?|/xmlpi ?&gt;|comment &lt;!--|/comment --&gt;',
    '|sgmlcomment &lt;!--|/sgmlcomment --&gt;|attvalue &quot;',
    '|/attvalue &quot;|')"/>

  <xsl:template match="db:tag">
    <code>
      <xsl:value-of select="substring-before(substring-after($inlines.tag,
                            concat('|', @class, ' ')), '|')"/>
      <xsl:apply-templates/>
      <xsl:value-of select="substring-before(substring-after($inlines.tag,
                            concat('|/', @class, ' ')), '|')"/>
    </code>
  </xsl:template>

  <!-- Trademarks with their sign. -->
  <xsl:template match="db:trademark|db:productname">
    <xsl:apply-templates/>
    <xsl:choose>
      <xsl:when test="@class = 'registered'">®</xsl:when>
      <xsl:when test="@class = 'copyright'">©</xsl:when>
      <xsl:when test="@class = 'service'">℠</xsl:when>
      <xsl:when test="@class = 'trade' or self::db:trademark">™</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- A line break. -->
  <xsl:template match="db:sbr">
    <br/>
  </xsl:template>
</xsl:stylesheet>
