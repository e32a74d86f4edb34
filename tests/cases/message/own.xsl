<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:glossc:layout">
<xsl:import href="glossc:man.xsl"/>
<xsl:template match="/"><xsl:message>laying out</xsl:message><xsl:apply-imports/></xsl:template>
</xsl:stylesheet>
