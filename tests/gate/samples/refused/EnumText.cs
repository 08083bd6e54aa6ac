namespace SwapEdge.Samples.Refused
{
    public enum Colour
    {
        Red = 0,
        Green = 1,
    }

    public static class EnumText
    {
        public static string Text(Colour colour)
        {
            return colour.ToString(); // refused: enum-text
        }

        public static string Joined(Colour colour)
        {
            return "colour " + colour; // refused: enum-text
        }

        public static object Boxed(Colour colour)
        {
            return colour; // refused: enum-text
        }
    }
}
