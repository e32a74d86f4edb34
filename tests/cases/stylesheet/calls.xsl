<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:glossc:layout">
<xsl:import href="glossc:text.xsl"/>
<xsl:template match="/"><xsl:call-template name="nobody"/></xsl:template>
</xsl:stylesheet>
