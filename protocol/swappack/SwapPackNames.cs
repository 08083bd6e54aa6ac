namespace SwapEdge.Protocol
{
    /// <summary>
    /// What the definition of the bus calls its messages. For people: the device is built without it.
    /// </summary>
    public static class SwapPackNames
    {
        // In the order of SwapPackMessage.
        private static readonly string[] Names =
        {
            "none", "P2B", "VIN", "ST0", "ST1", "ST2", "ST3", "ST4", "CODE1", "CODE2", "CODE3", "CODE4", "CMD",
            "BMU", "ST5", "ST6", "ST7", "ST8", "ST11", "ST12", "ST14", "ST15", "UCELL", "UCELL1", "TEMP", "INFO2",
            "INFO3", "INFO4", "BATT1", "BATT2", "EGY1", "EGY2", "EGY3", "EGY4", "EGY5", "EGY6", "EGY7", "EGY8",
            "EGY9", "EGY10", "FAULT", "B2T", "T2B", "AUTHREQ", "AUTHTEXT", "AUTHSER", "AUTHREP", "CONTEMP",
        };

        public static string Of(SwapPackMessage message)
        {
            return Names[(int)message];
        }
    }
}
