<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="glossc:text.xsl"/>
  <xsl:param name="word.see">Vergleiche </xsl:param>
</xsl:stylesheet>
