<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Synopses of commands, functions and classes. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <!-- The style of function declarations: ansi, or kr (Kernighan and Ritchie),
       with the types of the parameters in lines of their own. -->
  <xsl:param name="synopsis.style">ansi</xsl:param>

  <!-- A command and its arguments; without a space in between if sepchar says
       so. -->
  <xsl:template match="db:cmdsynopsis">
    <xsl:apply-templates select="db:info"/>
    <xsl:variable name="headed" select="*[1][self::db:command]
      and (not(@sepchar) or @sepchar = ' ')
      and not(*[2]/@r:glued)"/>
    <xsl:if test="normalize-space(@label)">
      <para><em><xsl:value-of select="normalize-space(@label)"/></em></para>
    </xsl:if>
    <synopsis>
      <xsl:if test="$headed">
        <term><code><xsl:apply-templates select="*[1]/node()"/></code></term>
      </xsl:if>
      <xsl:call-template name="synopsis.parts">
        <xsl:with-param name="parts" select="*[not(self::db:synopfragment)
          and not(self::db:info)][not($headed) or position() &gt; 1]"/>
      </xsl:call-template>
    </synopsis>
    <xsl:for-each select="db:synopfragment">
      <synopsis>
        <term>
          <xsl:value-of select="concat('(', @r:number, ')')"/>
        </term>
        <xsl:call-template name="synopsis.parts"/>
      </synopsis>
    </xsl:for-each>
  </xsl:template>

  <!-- A synopsis among words is shown inline. -->
  <xsl:template match="db:cmdsynopsis[@r:inline]">
    <xsl:if test="normalize-space(@label)">
      <em><xsl:value-of select="normalize-space(@label)"/></em>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:call-template name="synopsis.parts">
      <xsl:with-param name="parts" select="*[not(self::db:synopfragment)
                                             and not(self::db:info)]"/>
    </xsl:call-template>
    <xsl:for-each select="db:synopfragment">
      <xsl:value-of select="concat(' (', @r:number, ') ')"/>
      <xsl:call-template name="synopsis.parts"/>
    </xsl:for-each>
  </xsl:template>

  <!-- A reference to a synopfragment, which is printed below. -->
  <xsl:template match="db:synopfragmentref">
    <xsl:if test="@r:number">
      <xsl:value-of select="concat('(', @r:number, ') ')"/>
    </xsl:if>
    <em><xsl:apply-templates/></em>
  </xsl:template>

  <!-- The arguments in the context element, separated by a space or by
       DocBook's sepchar. -->
  <xsl:template name="synopsis.parts">
    <xsl:param name="parts" select="*"/>
    <xsl:variable name="around"
                  select="ancestor-or-self::db:cmdsynopsis[1]/@sepchar"/>
    <xsl:for-each select="$parts">
      <xsl:choose>
        <xsl:when test="position() = 1 or @r:glued or self::db:sbr
                        or preceding-sibling::*[1]/self::db:sbr"/>
        <xsl:when test="$around"><xsl:value-of select="$around"/></xsl:when>
        <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- An argument without arguments in it is not broken over lines. -->
  <xsl:template match="db:arg">
    <xsl:choose>
      <xsl:when test="db:arg or db:group or db:sbr">
        <xsl:call-template name="synopsis.open"/>
        <xsl:call-template name="synopsis.words"/>
        <xsl:call-template name="synopsis.close"/>
      </xsl:when>
      <xsl:otherwise>
        <nobreak>
          <xsl:call-template name="synopsis.open"/>
          <xsl:call-template name="synopsis.words"/>
          <xsl:call-template name="synopsis.close"/>
        </nobreak>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The text of an argument is kept as it is; spaces count only between its
       parts, and two arguments in it are always separated. -->
  <xsl:template name="synopsis.words">
    <xsl:for-each select="node()">
      <xsl:choose>
        <xsl:when test="self::text()">
          <xsl:if test="position() &gt; 1
              and (position() != last() or normalize-space())
              and not(normalize-space(substring(., 1, 1)))">
            <xsl:text> </xsl:text>
          </xsl:if>
          <xsl:if test="normalize-space()">
            <code><xsl:value-of select="normalize-space()"/></code>
            <xsl:if test="position() != last() and not(normalize-space(
                          substring(., string-length())))">
              <xsl:text> </xsl:text>
            </xsl:if>
          </xsl:if>
        </xsl:when>
        <xsl:otherwise>
          <xsl:if test="(self::db:arg or self::db:group)
              and preceding-sibling::node()[1][self::db:arg
                                               or self::db:group]">
            <xsl:text> </xsl:text>
          </xsl:if>
          <xsl:apply-templates select="."/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- Alternatives. -->
  <xsl:template match="db:group">
    <xsl:call-template name="synopsis.open"/>
    <xsl:for-each select="*">
      <!-- after a line break of the source, the line begins with the bar -->
      <xsl:if test="position() &gt; 1 and not(self::db:sbr)">
        <xsl:if test="not(preceding-sibling::*[1]/self::db:sbr)">
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:text>| </xsl:text>
      </xsl:if>
      <xsl:choose>
        <!-- in a group's brackets, an argument gets none, unless the source
             asks for them -->
        <xsl:when test="self::db:arg and not(@rep = 'repeat')
          and (@choice = 'plain' or not(@choice)
               and (not(../@choice) or ../@choice = 'opt'))">
          <xsl:call-template name="synopsis.words"/>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:call-template name="synopsis.close"/>
  </xsl:template>

  <xsl:template name="synopsis.open">
    <xsl:choose>
      <xsl:when test="@choice = 'plain'"/>
      <xsl:when test="@choice = 'req'">{</xsl:when>
      <xsl:otherwise>[</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="synopsis.close">
    <xsl:choose>
      <xsl:when test="@choice = 'plain'"/>
      <xsl:when test="@choice = 'req'">}</xsl:when>
      <xsl:otherwise>]</xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@rep = 'repeat'">...</xsl:if>
  </xsl:template>

  <xsl:template match="db:synopfragment">
    <xsl:call-template name="synopsis.parts"/>
  </xsl:template>

  <!-- Functions and macros: "type name(type a, type b);", without a term, after
       which there would be a space. -->
  <xsl:template match="db:funcsynopsis|db:macrosynopsis">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="db:funcsynopsis[@r:inline]|db:macrosynopsis[@r:inline]">
    <xsl:for-each select="*">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:choose>
        <xsl:when test="self::db:funcprototype or self::db:macroprototype">
          <xsl:call-template name="synopsis.prototype"/>
        </xsl:when>
        <xsl:when test="self::db:funcsynopsisinfo">
          <xsl:apply-templates/>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="db:funcprototype|db:macroprototype">
    <synopsis><xsl:call-template name="synopsis.prototype"/></synopsis>
  </xsl:template>

  <!-- A C macro is shown as its definition. -->
  <xsl:template name="synopsis.prototype">
    <xsl:variable name="language">
      <xsl:call-template name="synopsis.language"/>
    </xsl:variable>
    <xsl:variable name="defined" select="self::db:macroprototype
      and ($language = 'c' or $language = 'cpp')"/>
    <xsl:if test="$defined">#define </xsl:if>
    <xsl:for-each select="db:modifier[1]">
      <xsl:apply-templates select="."/>
      <xsl:text> </xsl:text>
    </xsl:for-each>
    <xsl:apply-templates select="*[self::db:funcdef or self::db:macrodef]"/>
    <xsl:if test="not($defined) or *[not(self::db:macrodef)
                                     and not(self::db:modifier)]">
      <xsl:text>(</xsl:text>
      <xsl:for-each select="*[self::db:paramdef or self::db:void
          and not($defined) or self::db:varargs or self::db:group]">
        <xsl:if test="position() &gt; 1"><xsl:text>, </xsl:text></xsl:if>
        <xsl:choose>
          <xsl:when test="$synopsis.style = 'kr' and db:parameter">
            <xsl:apply-templates select="db:parameter[1]"/>
          </xsl:when>
          <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:text>)</xsl:text>
    </xsl:if>
    <xsl:for-each select="db:modifier[position() &gt; 1]">
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
    <xsl:if test="not($defined)">;</xsl:if>
    <xsl:if test="$synopsis.style = 'kr'">
      <xsl:for-each select="db:paramdef[db:parameter]">
        <br/>
        <xsl:apply-templates select="."/>
        <xsl:text>;</xsl:text>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template match="db:funcdef|db:macrodef">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- On one line, if it has no parameters of its own. -->
  <xsl:template match="db:paramdef">
    <xsl:choose>
      <xsl:when test="db:funcparams">
        <xsl:call-template name="synopsis.optional"/>
        <xsl:apply-templates/>
        <xsl:call-template name="synopsis.given"/>
      </xsl:when>
      <xsl:otherwise>
        <nobreak>
          <xsl:call-template name="synopsis.optional"/>
          <xsl:apply-templates/>
          <xsl:call-template name="synopsis.given"/>
        </nobreak>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Optional parameters are in brackets, like arguments; groups have their
       own. -->
  <xsl:template name="synopsis.optional">
    <xsl:if test="@choice = 'opt' and not(parent::db:group)">[</xsl:if>
  </xsl:template>

  <xsl:template name="synopsis.given">
    <xsl:if test="@choice = 'opt' and not(parent::db:group)">]</xsl:if>
    <xsl:if test="@rep = 'repeat'">...</xsl:if>
  </xsl:template>

  <!-- The parameters of a parameter that is a function. -->
  <xsl:template match="db:funcparams">
    <xsl:text>(</xsl:text>
    <xsl:apply-templates/>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <xsl:template match="db:void"><code>void</code></xsl:template>

  <xsl:template match="db:varargs"><xsl:text>...</xsl:text></xsl:template>

  <!-- The language of the context synopsis: one whose syntax is known here, or
       another, which is shown much like Java. -->
  <xsl:template name="synopsis.language">
    <xsl:variable name="name" select="translate(normalize-space(
      ancestor-or-self::*[@language][1]/@language),
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/>
    <xsl:variable name="known" select="concat('|c c|cpp cpp|c++ cpp|cxx cpp',
      '|cplusplus cpp|java java|python python|python2 python|python3 python',
      '|py python|perl perl|perl5 perl|idl idl|webidl idl|')"/>
    <xsl:value-of select="substring-before(substring-after($known,
                          concat('|', $name, ' ')), '|')"/>
  </xsl:template>

  <!-- Classes and the like: a head, and one member per line. -->
  <xsl:template match="db:classsynopsis|db:packagesynopsis
                       |db:enumsynopsis|db:unionsynopsis">
    <xsl:apply-templates select="descendant::db:info"/>
    <verbatim indent="no">
      <xsl:call-template name="synopsis.declaration"/>
    </verbatim>
  </xsl:template>

  <xsl:template match="db:classsynopsis[@r:inline]
      |db:packagesynopsis[@r:inline]|db:enumsynopsis[@r:inline]
      |db:unionsynopsis[@r:inline]">
    <xsl:call-template name="synopsis.declaration"/>
  </xsl:template>

  <!-- indent: the spaces before each line.  A package of Java, and a package or
       class of Perl, begins with a statement, which its members follow; in
       other languages they are in braces or, in Python, indented. -->
  <xsl:template name="synopsis.declaration">
    <xsl:param name="indent"/>
    <xsl:variable name="language">
      <xsl:call-template name="synopsis.language"/>
    </xsl:variable>
    <xsl:variable name="flat" select="self::db:packagesynopsis
      and $language = 'java' or (self::db:packagesynopsis
      or self::db:classsynopsis) and $language = 'perl'"/>
    <xsl:variable name="braced" select="not($flat)
                                        and $language != 'python'"/>
    <xsl:for-each select="db:synopsisinfo">
      <xsl:value-of select="$indent"/>
      <xsl:apply-templates/>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:value-of select="$indent"/>
    <xsl:call-template name="synopsis.head">
      <xsl:with-param name="language" select="string($language)"/>
      <xsl:with-param name="indent" select="$indent"/>
    </xsl:call-template>
    <xsl:if test="$braced"> {</xsl:if>
    <xsl:call-template name="synopsis.members">
      <xsl:with-param name="indent">
        <xsl:value-of select="$indent"/>
        <xsl:if test="not($flat)"><xsl:text>    </xsl:text></xsl:if>
      </xsl:with-param>
      <xsl:with-param name="apart" select="$flat"/>
    </xsl:call-template>
    <xsl:if test="$braced">
      <xsl:value-of select="concat('&#10;', $indent, '}')"/>
      <xsl:if test="$language = 'idl' or ($language = 'c'
          or $language = 'cpp') and not(self::db:packagesynopsis)">;</xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- apart: a blank line before and after each class. -->
  <xsl:template name="synopsis.members">
    <xsl:param name="indent"/>
    <xsl:param name="apart"/>
    <xsl:for-each select="*[self::db:fieldsynopsis or self::db:methodsynopsis
        or self::db:constructorsynopsis or self::db:destructorsynopsis
        or self::db:typedefsynopsis or self::db:enumitem
        or self::db:classsynopsis or self::db:enumsynopsis
        or self::db:unionsynopsis or self::db:packagesynopsis
        or self::db:funcsynopsis or self::db:macrosynopsis]">
      <xsl:if test="$apart and (. | preceding-sibling::*[1])
          [self::db:classsynopsis or self::db:enumsynopsis
           or self::db:unionsynopsis or self::db:packagesynopsis]">
        <xsl:text>&#10;</xsl:text>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="self::db:enumitem">
          <xsl:value-of select="concat('&#10;', $indent)"/>
          <xsl:call-template name="synopsis.item"/>
        </xsl:when>
        <xsl:when test="self::db:classsynopsis or self::db:enumsynopsis
                        or self::db:unionsynopsis or self::db:packagesynopsis">
          <xsl:text>&#10;</xsl:text>
          <xsl:call-template name="synopsis.declaration">
            <xsl:with-param name="indent" select="$indent"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:when test="self::db:funcsynopsis or self::db:macrosynopsis">
          <xsl:for-each select="*[not(self::db:info)]">
            <xsl:value-of select="concat('&#10;', $indent)"/>
            <xsl:choose>
              <xsl:when test="self::db:funcsynopsisinfo">
                <xsl:apply-templates/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:call-template name="synopsis.prototype"/>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="concat('&#10;', $indent)"/>
          <xsl:call-template name="synopsis.member"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- The keyword before the name, by language, and for languages without an
       own one, between bars: "class" is "interface" in IDL. -->
  <xsl:variable name="synopsis.words" select="concat(
    '|enumsynopsis enum|unionsynopsis union|packagesynopsis package',
    '|classsynopsis class|interface interface|cpp packagesynopsis namespace',
    '|cpp interface class|c classsynopsis struct|c interface struct',
    '|idl classsynopsis interface|idl packagesynopsis module',
    '|perl classsynopsis package|perl interface package',
    '|python enumsynopsis class|python unionsynopsis class',
    '|python interface class|')"/>

  <xsl:template name="synopsis.word">
    <xsl:param name="language"/>
    <xsl:variable name="kind">
      <xsl:choose>
        <xsl:when test="self::db:classsynopsis
                        and @class = 'interface'">interface</xsl:when>
        <xsl:otherwise><xsl:value-of select="local-name()"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="own" select="substring-before(substring-after(
      $synopsis.words, concat('|', $language, ' ', $kind, ' ')), '|')"/>
    <xsl:value-of select="$own"/>
    <xsl:if test="not($own)">
      <xsl:value-of select="substring-before(substring-after(
        $synopsis.words, concat('|', $kind, ' ')), '|')"/>
    </xsl:if>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- "public class A extends B, C implements D", "class A : B, C", "class A(B,
       C):", "package A; @ISA = (B, C);". -->
  <xsl:template name="synopsis.head">
    <xsl:param name="language"/>
    <xsl:param name="indent"/>
    <xsl:variable name="names" select="*[self::db:ooclass or self::db:oointerface
      or self::db:ooexception or self::db:enumname or self::db:unionname
      or self::db:package or self::db:namespacename or self::db:templatename
      or self::db:typedefname]"/>
    <!-- what C++ has before the class, and other languages after it -->
    <xsl:if test="$language = 'cpp'">
      <xsl:for-each select="db:template">
        <xsl:text>template </xsl:text>
        <xsl:call-template name="synopsis.template"/>
        <xsl:value-of select="concat('&#10;', $indent)"/>
      </xsl:for-each>
    </xsl:if>
    <xsl:for-each select="(. | *[self::db:ooclass or self::db:oointerface
        or self::db:ooexception][1])/db:modifier">
      <xsl:apply-templates select="."/>
      <xsl:text> </xsl:text>
    </xsl:for-each>
    <xsl:call-template name="synopsis.word">
      <xsl:with-param name="language" select="$language"/>
    </xsl:call-template>
    <xsl:apply-templates select="$names[1]">
      <xsl:with-param name="first" select="true()"/>
    </xsl:apply-templates>
    <xsl:for-each select="db:specializedtemplate
                          | db:template[$language != 'cpp']">
      <xsl:call-template name="synopsis.template"/>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="not($language) or $language = 'java'">
        <xsl:call-template name="synopsis.clauses">
          <xsl:with-param name="names" select="$names[position() &gt; 1]"/>
          <xsl:with-param name="indent" select="$indent"/>
        </xsl:call-template>
        <xsl:if test="$language and self::db:packagesynopsis">;</xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="synopsis.bases">
          <xsl:with-param name="language" select="$language"/>
          <xsl:with-param name="indent" select="$indent"/>
          <xsl:with-param name="bases" select="$names[position() &gt; 1]
                                               [not(self::db:ooexception)]"/>
        </xsl:call-template>
        <xsl:call-template name="synopsis.clauses">
          <xsl:with-param name="names" select="$names[position() &gt; 1]
                                               [self::db:ooexception]"/>
          <xsl:with-param name="indent" select="$indent"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="synopsis.template">
    <xsl:text>&lt;</xsl:text>
    <xsl:apply-templates/>
    <xsl:text>&gt;</xsl:text>
  </xsl:template>

  <!-- " extends B, C implements D"; one line per clause if there are many
       names. -->
  <xsl:template name="synopsis.clauses">
    <xsl:param name="names"/>
    <xsl:param name="indent"/>
    <xsl:variable name="many" select="count(*[self::db:ooclass
      or self::db:oointerface or self::db:ooexception]) &gt; 3"/>
    <xsl:for-each select="$names">
      <xsl:choose>
        <xsl:when test="position() &gt; 1 and local-name() = local-name(
            preceding-sibling::*[1])">, </xsl:when>
        <xsl:otherwise>
          <xsl:choose>
            <xsl:when test="$many">
              <xsl:value-of select="concat('&#10;', $indent, '        ')"/>
            </xsl:when>
            <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
          </xsl:choose>
          <xsl:choose>
            <xsl:when test="self::db:ooexception">throws </xsl:when>
            <xsl:when test="self::db:oointerface
                and not(../@class = 'interface')">implements </xsl:when>
            <xsl:otherwise>extends </xsl:otherwise>
          </xsl:choose>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- The base classes of the context class, in the language's syntax. -->
  <xsl:template name="synopsis.bases">
    <xsl:param name="language"/>
    <xsl:param name="indent"/>
    <xsl:param name="bases"/>
    <xsl:choose>
      <xsl:when test="$language = 'perl'">
        <xsl:if test="self::db:classsynopsis or self::db:packagesynopsis">
          <xsl:text>;</xsl:text>
        </xsl:if>
        <xsl:if test="$bases">
          <xsl:value-of select="concat('&#10;', $indent, '@ISA = (')"/>
        </xsl:if>
      </xsl:when>
      <xsl:when test="$language = 'python' and self::db:enumsynopsis">
        <xsl:text>(Enum</xsl:text>
        <xsl:if test="$bases">, </xsl:if>
      </xsl:when>
      <xsl:when test="$language = 'python' and self::db:unionsynopsis">
        <xsl:text>(Union</xsl:text>
        <xsl:if test="$bases">, </xsl:if>
      </xsl:when>
      <xsl:when test="not($bases)"/>
      <xsl:when test="$language = 'python'">(</xsl:when>
      <xsl:otherwise> : </xsl:otherwise>
    </xsl:choose>
    <xsl:for-each select="$bases">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="$language = 'perl' and $bases">);</xsl:when>
      <xsl:when test="$language = 'python' and ($bases
          or self::db:enumsynopsis or self::db:unionsynopsis)">):</xsl:when>
      <xsl:when test="$language = 'python'">:</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- "NAME = value, description" -->
  <xsl:template name="synopsis.item">
    <xsl:variable name="language">
      <xsl:call-template name="synopsis.language"/>
    </xsl:variable>
    <xsl:apply-templates select="db:enumidentifier"/>
    <xsl:for-each select="db:enumvalue">
      <xsl:text> = </xsl:text>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
    <xsl:if test="$language != 'python'
                  and following-sibling::*[1]/self::db:enumitem">,</xsl:if>
    <xsl:for-each select="db:enumitemdescription">
      <xsl:text>  </xsl:text>
      <em><xsl:apply-templates/></em>
    </xsl:for-each>
  </xsl:template>

  <!-- The modifiers of the first class are before the head. -->
  <xsl:template match="db:ooclass|db:oointerface|db:ooexception">
    <xsl:param name="first" select="false()"/>
    <xsl:for-each select="*[not($first and self::db:modifier)]">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- Outside a class, a member is a synopsis. -->
  <xsl:template match="db:fieldsynopsis|db:methodsynopsis
                       |db:constructorsynopsis|db:destructorsynopsis
                       |db:typedefsynopsis">
    <synopsis><xsl:call-template name="synopsis.member"/></synopsis>
  </xsl:template>

  <xsl:template match="db:fieldsynopsis[@r:inline]
      |db:methodsynopsis[@r:inline]|db:constructorsynopsis[@r:inline]
      |db:destructorsynopsis[@r:inline]|db:typedefsynopsis[@r:inline]">
    <xsl:call-template name="synopsis.member"/>
  </xsl:template>

  <xsl:template name="synopsis.member">
    <xsl:variable name="language">
      <xsl:call-template name="synopsis.language"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="not(db:methodname or db:methodparam or db:group
                          or db:exceptionname)">
        <xsl:call-template name="synopsis.field">
          <xsl:with-param name="language" select="string($language)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="db:methodname
                      and ($language = 'python' or $language = 'perl')">
        <xsl:call-template name="synopsis.script">
          <xsl:with-param name="language" select="string($language)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="synopsis.method">
          <xsl:with-param name="language" select="string($language)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "modifier type name = value;", and in Python "name: type = value". -->
  <xsl:template name="synopsis.field">
    <xsl:param name="language"/>
    <xsl:variable name="python" select="$language = 'python'"/>
    <xsl:if test="self::db:typedefsynopsis and not($python)">
      <code>typedef</code>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:variable name="name" select="(db:varname | db:typedefname)[last()]"/>
    <xsl:variable name="later" select="$python and $name and db:type"/>
    <xsl:for-each select="*[self::db:type and not($later)
        or self::db:varname or self::db:typedefname or self::db:enumname
        or self::db:unionname or self::db:classname
        or self::db:interfacename or self::db:package
        or self::db:namespacename or self::db:templatename
        or self::db:synopsisinfo or self::db:template
        or self::db:specializedtemplate or self::db:modifier
        or self::db:void]">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:call-template name="synopsis.part"/>
    </xsl:for-each>
    <xsl:if test="$later">
      <xsl:choose>
        <xsl:when test="self::db:typedefsynopsis"> =</xsl:when>
        <xsl:otherwise>:</xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="db:type">
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
    </xsl:if>
    <xsl:for-each select="db:initializer">
      <xsl:text> = </xsl:text>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
    <xsl:if test="not($python)">;</xsl:if>
  </xsl:template>

  <xsl:template name="synopsis.part">
    <xsl:choose>
      <xsl:when test="self::db:synopsisinfo"><xsl:apply-templates/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "modifier type name(parameters) modifier throws exception;" -->
  <xsl:template name="synopsis.method">
    <xsl:param name="language"/>
    <!-- the number of modifiers after a method's name, as in the source -->
    <xsl:variable name="rest"
                  select="count(db:methodname[1]/following-sibling::*)"/>
    <xsl:for-each select="*[self::db:type or self::db:varname
        or self::db:methodname or self::db:typedefname or self::db:enumname
        or self::db:unionname or self::db:classname
        or self::db:interfacename or self::db:package
        or self::db:namespacename or self::db:templatename
        or self::db:synopsisinfo or self::db:template
        or self::db:specializedtemplate
        or (self::db:void or self::db:modifier)
           and last() - position() &gt;= $rest]">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:call-template name="synopsis.part"/>
    </xsl:for-each>
    <xsl:for-each select="db:initializer">
      <xsl:text> = </xsl:text>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
    <xsl:text>(</xsl:text>
    <xsl:call-template name="synopsis.parameters">
      <xsl:with-param name="void" select="not($language) or $language = 'c'"/>
    </xsl:call-template>
    <xsl:text>)</xsl:text>
    <xsl:for-each select="db:methodname[1]/following-sibling::db:modifier">
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
    <xsl:variable name="listed" select="$language = 'cpp'
                                        or $language = 'idl'"/>
    <xsl:if test="db:exceptionname">
      <xsl:choose>
        <xsl:when test="$language = 'cpp'"> throw(</xsl:when>
        <xsl:when test="$language = 'idl'"> raises(</xsl:when>
        <xsl:otherwise> throws </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="synopsis.exceptions"/>
      <xsl:if test="$listed">)</xsl:if>
    </xsl:if>
    <xsl:text>;</xsl:text>
  </xsl:template>

  <!-- void: is the word printed if there are no parameters? -->
  <xsl:template name="synopsis.parameters">
    <xsl:param name="void" select="false()"/>
    <xsl:for-each select="db:methodparam | db:group
        | db:methodname[1]/following-sibling::db:void[$void]">
      <xsl:if test="position() &gt; 1"><xsl:text>, </xsl:text></xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="synopsis.exceptions">
    <xsl:for-each select="db:exceptionname">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- "def name(parameter: type) -> type" and "sub name(parameters) { ... };";
       what this syntax cannot express is a comment. -->
  <xsl:template name="synopsis.script">
    <xsl:param name="language"/>
    <xsl:variable name="python" select="$language = 'python'"/>
    <xsl:variable name="name" select="db:methodname[1]"/>
    <xsl:variable name="types" select="$name/preceding-sibling::db:type"/>
    <xsl:for-each select="$name/preceding-sibling::*[not(self::db:type)
                                                     and not(self::db:void)]">
      <xsl:call-template name="synopsis.part"/>
      <xsl:text> </xsl:text>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="$python">def </xsl:when>
      <xsl:otherwise>sub </xsl:otherwise>
    </xsl:choose>
    <xsl:for-each select="db:methodname">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
    <xsl:if test="$python or db:methodparam or db:group">
      <xsl:text>(</xsl:text>
      <xsl:call-template name="synopsis.parameters"/>
      <xsl:text>)</xsl:text>
    </xsl:if>
    <xsl:for-each select="db:methodname[1]/following-sibling::db:modifier">
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
    <xsl:if test="$python and $types"> -> </xsl:if>
    <xsl:if test="not($python)"> { ... };</xsl:if>
    <xsl:if test="not($python) and $types">  # </xsl:if>
    <xsl:for-each select="$types">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
    <xsl:if test="db:exceptionname">
      <xsl:if test="$python or not($types)"><xsl:text>  #</xsl:text></xsl:if>
      <xsl:choose>
        <xsl:when test="$python"> raises </xsl:when>
        <xsl:otherwise> throws </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="synopsis.exceptions"/>
    </xsl:if>
    <xsl:for-each select="$name/following-sibling::*[self::db:synopsisinfo
        or self::db:template or self::db:specializedtemplate or self::db:type
        or self::db:initializer]">
      <xsl:text> </xsl:text>
      <xsl:call-template name="synopsis.part"/>
    </xsl:for-each>
  </xsl:template>

  <!-- "type name = value", and in Python "name: type = value". -->
  <xsl:template match="db:methodparam">
    <xsl:variable name="language">
      <xsl:call-template name="synopsis.language"/>
    </xsl:variable>
    <xsl:variable name="later" select="db:type[$language = 'python'
                                               and ../db:parameter]"/>
    <xsl:call-template name="synopsis.optional"/>
    <xsl:for-each select="*[not($later and self::db:type)]">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:if test="self::db:initializer"><xsl:text>= </xsl:text></xsl:if>
      <xsl:apply-templates select="."/>
      <xsl:if test="self::db:parameter and $later">
        <xsl:text>:</xsl:text>
        <xsl:for-each select="$later">
          <xsl:text> </xsl:text>
          <xsl:apply-templates select="."/>
        </xsl:for-each>
      </xsl:if>
    </xsl:for-each>
    <xsl:call-template name="synopsis.given"/>
  </xsl:template>
</xsl:stylesheet>
