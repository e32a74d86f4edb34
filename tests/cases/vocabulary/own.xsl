<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:glossc:layout">
<xsl:template match="/"><documents><document name="a" section="7"><title>A</title><blink>B</blink></document></documents></xsl:template>
</xsl:stylesheet>
