<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- What is typed or declared: commands, functions, classes. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <!-- How functions are declared: ansi, or kr, as Kernighan and Ritchie had
       it: the types of the parameters follow in lines of their own. -->
  <xsl:param name="synopsis.style">ansi</xsl:param>

  <!-- The command, then what may follow it. -->
  <xsl:template match="db:cmdsynopsis">
    <xsl:apply-templates select="db:info"/>
    <synopsis>
      <xsl:for-each select="*[1][self::db:command]">
        <term><code><xsl:apply-templates/></code></term>
      </xsl:for-each>
      <xsl:for-each select="*[not(self::db:synopfragment)
          and not(self::db:info)]">
        <xsl:if test="position() &gt; 1 or not(self::db:command)">
          <xsl:if test="position() &gt; 2
              or (position() = 2 and not(../*[1][self::db:command]))">
            <xsl:text> </xsl:text>
          </xsl:if>
          <xsl:apply-templates select="."/>
        </xsl:if>
      </xsl:for-each>
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

  <!-- Inside another, it leads to a part that stands below. -->
  <xsl:template match="db:synopfragmentref">
    <xsl:if test="@r:number">
      <xsl:value-of select="concat('(', @r:number, ') ')"/>
    </xsl:if>
    <em><xsl:apply-templates/></em>
  </xsl:template>

  <!-- The context element's arguments, a blank between each. -->
  <xsl:template name="synopsis.parts">
    <xsl:for-each select="*">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- One that holds no other is not broken over lines. -->
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

  <!-- An argument's own words are typed as they are; blanks count only
       between its parts, and two arguments in it are always parted. -->
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

  <!-- One of several. -->
  <xsl:template match="db:group">
    <xsl:call-template name="synopsis.open"/>
    <xsl:for-each select="*">
      <!-- where the source breaks the line, the next begins with the bar -->
      <xsl:if test="position() &gt; 1 and not(self::db:sbr)">
        <xsl:if test="not(preceding-sibling::*[1]/self::db:sbr)">
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:text>| </xsl:text>
      </xsl:if>
      <xsl:choose>
        <!-- within the group's own brackets, an argument needs none -->
        <xsl:when test="self::db:arg and not(@rep = 'repeat')
                        and not(@choice = 'req')">
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

  <!-- Functions and macros: "type name(type a, type b);", with no term, as a
       blank would follow it. -->
  <xsl:template match="db:funcsynopsis|db:macrosynopsis">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="db:funcprototype|db:macroprototype">
    <synopsis>
      <xsl:for-each select="db:modifier[1]">
        <xsl:apply-templates select="."/>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:apply-templates select="*[self::db:funcdef or self::db:macrodef]"/>
      <xsl:text>(</xsl:text>
      <xsl:for-each select="*[self::db:paramdef or self::db:void
                              or self::db:varargs or self::db:group]">
        <xsl:if test="position() &gt; 1"><xsl:text>, </xsl:text></xsl:if>
        <xsl:choose>
          <xsl:when test="$synopsis.style = 'kr' and db:parameter">
            <xsl:apply-templates select="db:parameter[1]"/>
          </xsl:when>
          <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:text>)</xsl:text>
      <xsl:for-each select="db:modifier[position() &gt; 1]">
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
      <xsl:text>;</xsl:text>
      <xsl:if test="$synopsis.style = 'kr'">
        <xsl:for-each select="db:paramdef[db:parameter]">
          <br/>
          <xsl:apply-templates select="."/>
          <xsl:text>;</xsl:text>
        </xsl:for-each>
      </xsl:if>
    </synopsis>
  </xsl:template>

  <xsl:template match="db:funcdef|db:macrodef">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- In one line, if it has no parameters of its own. -->
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

  <!-- A parameter that may be left out is in brackets, as an argument is; a
       group has its own. -->
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

  <!-- Classes and their like: a head, and a member a line. -->
  <xsl:template match="db:classsynopsis|db:packagesynopsis
                       |db:enumsynopsis|db:unionsynopsis">
    <xsl:apply-templates select="db:info"/>
    <verbatim indent="no">
      <xsl:for-each select="db:synopsisinfo">
        <xsl:apply-templates/>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
      <xsl:call-template name="synopsis.head"/>
      <xsl:text> {&#10;</xsl:text>
      <xsl:for-each select="*">
        <xsl:choose>
          <xsl:when test="self::db:fieldsynopsis
              or self::db:methodsynopsis or self::db:constructorsynopsis
              or self::db:destructorsynopsis">
            <xsl:text>    </xsl:text>
            <xsl:call-template name="synopsis.member"/>
            <xsl:text>&#10;</xsl:text>
          </xsl:when>
          <xsl:when test="self::db:enumitem">
            <xsl:text>    </xsl:text>
            <xsl:call-template name="synopsis.item"/>
            <xsl:text>&#10;</xsl:text>
          </xsl:when>
        </xsl:choose>
      </xsl:for-each>
      <xsl:text>}</xsl:text>
    </verbatim>
    <xsl:apply-templates select="*[self::db:classsynopsis
        or self::db:enumsynopsis or self::db:unionsynopsis
        or self::db:typedefsynopsis or self::db:funcsynopsis
        or self::db:macrosynopsis or self::db:packagesynopsis]"/>
  </xsl:template>

  <!-- "public class A extends B, C implements D"; a line for each clause where
       there are many names. -->
  <xsl:template name="synopsis.head">
    <xsl:variable name="many" select="count(*[self::db:ooclass
      or self::db:oointerface or self::db:ooexception]) &gt; 3"/>
    <xsl:for-each select="(. | *[self::db:ooclass or self::db:oointerface
        or self::db:ooexception][1])/db:modifier">
      <xsl:apply-templates select="."/>
      <xsl:text> </xsl:text>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="self::db:enumsynopsis">enum </xsl:when>
      <xsl:when test="self::db:unionsynopsis">union </xsl:when>
      <xsl:when test="self::db:packagesynopsis">package </xsl:when>
      <xsl:when test="@class = 'interface'">interface </xsl:when>
      <xsl:otherwise>class </xsl:otherwise>
    </xsl:choose>
    <xsl:for-each select="*[self::db:ooclass or self::db:oointerface
        or self::db:ooexception or self::db:enumname or self::db:unionname
        or self::db:package or self::db:namespacename
        or self::db:templatename or self::db:typedefname]">
      <xsl:choose>
        <xsl:when test="position() = 1"/>
        <xsl:when test="position() &gt; 2 and local-name() = local-name(
            preceding-sibling::*[1])">, </xsl:when>
        <xsl:otherwise>
          <xsl:choose>
            <xsl:when test="$many"><xsl:text>&#10;        </xsl:text></xsl:when>
            <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
          </xsl:choose>
          <xsl:choose>
            <xsl:when test="self::db:ooexception">throws </xsl:when>
            <xsl:when test="self::db:oointerface">implements </xsl:when>
            <xsl:otherwise>extends </xsl:otherwise>
          </xsl:choose>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select=".">
        <xsl:with-param name="first" select="position() = 1"/>
      </xsl:apply-templates>
    </xsl:for-each>
    <xsl:for-each select="*[self::db:template
                            or self::db:specializedtemplate]">
      <xsl:text>&lt;</xsl:text>
      <xsl:apply-templates/>
      <xsl:text>&gt;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- "NAME = value, description" -->
  <xsl:template name="synopsis.item">
    <xsl:apply-templates select="db:enumidentifier"/>
    <xsl:for-each select="db:enumvalue">
      <xsl:text> = </xsl:text>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
    <xsl:if test="following-sibling::*[1]/self::db:enumitem">,</xsl:if>
    <xsl:for-each select="db:enumitemdescription">
      <xsl:text>  </xsl:text>
      <em><xsl:apply-templates/></em>
    </xsl:for-each>
  </xsl:template>

  <!-- The first one's modifiers stand before the head. -->
  <xsl:template match="db:ooclass|db:oointerface|db:ooexception">
    <xsl:param name="first" select="false()"/>
    <xsl:for-each select="*[not($first and self::db:modifier)]">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- Outside of a class, a member is a synopsis of its own. -->
  <xsl:template match="db:fieldsynopsis|db:methodsynopsis
                       |db:constructorsynopsis|db:destructorsynopsis
                       |db:typedefsynopsis">
    <synopsis>
      <xsl:if test="self::db:typedefsynopsis">
        <code>typedef</code>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:call-template name="synopsis.member"/>
    </synopsis>
  </xsl:template>

  <!-- "modifier type name(parameters) modifier throws exception;" -->
  <xsl:template name="synopsis.member">
    <!-- how many follow a method's own name, which stands where DocBook has
         it -->
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
      <xsl:choose>
        <xsl:when test="self::db:synopsisinfo">
          <xsl:apply-templates/>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:for-each select="db:initializer">
      <xsl:text> = </xsl:text>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
    <xsl:if test="self::db:methodsynopsis or self::db:constructorsynopsis
                  or self::db:destructorsynopsis">
      <xsl:text>(</xsl:text>
      <xsl:for-each select="*[self::db:methodparam or self::db:group
          or self::db:void and last() - position() &lt; $rest]">
        <xsl:if test="position() &gt; 1"><xsl:text>, </xsl:text></xsl:if>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
      <xsl:text>)</xsl:text>
      <xsl:for-each
          select="db:methodname[1]/following-sibling::db:modifier">
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
      <xsl:for-each select="db:exceptionname">
        <xsl:choose>
          <xsl:when test="position() = 1"> throws </xsl:when>
          <xsl:otherwise>, </xsl:otherwise>
        </xsl:choose>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
    </xsl:if>
    <xsl:text>;</xsl:text>
  </xsl:template>

  <xsl:template match="db:methodparam">
    <xsl:call-template name="synopsis.optional"/>
    <xsl:for-each select="*">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:if test="self::db:initializer"><xsl:text>= </xsl:text></xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
    <xsl:call-template name="synopsis.given"/>
  </xsl:template>
</xsl:stylesheet>
