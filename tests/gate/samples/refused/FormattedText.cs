namespace SwapEdge.Samples.Refused
{
    public static class FormattedText
    {
        public static string Hex(int value)
        {
            return value.ToString("X4"); // refused: formatted-text
        }

        public static string Filled(string name)
        {
            return string.Format("{0}", name); // refused: formatted-text
        }

        public static string Interpolated(int bay, string name, string pack)
        {
            string joined = $"{name}{pack}";
            return joined + $"bay {bay:X2}"; // refused: formatted-text
        }
    }
}
