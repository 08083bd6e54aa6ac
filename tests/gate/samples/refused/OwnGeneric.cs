namespace SwapEdge.Samples.Refused
{
    public class Box<T> // refused: own-generic
    {
        public T Content;
    }

    public delegate bool Test<T>(T item); // refused: own-generic

    public interface ISource<T> // refused: own-generic
    {
        T Next();
    }

    public static class OwnGeneric
    {
        public static T First<T>(T[] items) // refused: own-generic
        {
            return items[0];
        }
    }
}
