namespace SwapEdge.Samples.Refused
{
    public interface IDefault
    {
        int Declared();

        int WithBody() // refused: default-interface-method
        {
            return 1;
        }
    }
}
