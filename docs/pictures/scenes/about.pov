// about: the potter's shelf, pots drying
#version 3.7;
#ifndef (View) #declare View = 1; #end
#declare NoSheet = 1;
#declare WinPos = <-150, 125, -95>;
#include "studio.inc"
#include "goods.inc"
#include "m_vase.inc" #include "m_jug.inc" #include "m_cup1.inc" #include "m_cup2.inc" #include "m_cup3.inc" #include "m_lamp1.inc" #include "m_lamp2.inc" #include "m_jug_lid.inc"
Shot(<16, 46, -128>, <0, 35.5, 0>, 44)
// mud wall, hand-smoothed
plane { -z, -17
  texture {
    pigment { average pigment_map {
      [1 granite scale 30 color_map { [0 srgb <0.60, 0.51, 0.42>] [0.5 srgb <0.72, 0.63, 0.53>] [1 srgb <0.80, 0.72, 0.62>] }]
      [1 bozo turbulence 0.6 scale 14 color_map { [0 srgb <0.66, 0.57, 0.47>] [1 srgb <0.77, 0.69, 0.59>] }]
      [0.5 bozo scale <0.9, 0.12, 1> color_map { [0.1 srgb <0.60, 0.50, 0.38>] [0.3 srgb <0.74, 0.65, 0.55>] [1 srgb <0.75, 0.67, 0.57>] }] } }
    normal { average normal_map { [1 granite 0.45 scale 30] [1 bumps 0.8 scale <14, 7, 9>] [1 wrinkles 0.35 scale <3, 0.9, 1>] } }
    finish { diffuse 0.8 }
  }
}
#macro Plank(Y, S)
  union {
    superellipsoid { <0.03, 0.10> scale <125, 1.5, 11.5> texture { DarkWood translate <S, S*0.3, 0> } translate <S, Y - 1.5, 2> rotate z*0.25*(S - 1) }
    #local K = -1;
    #while (K < 2) box { <K*62 - 2.5, Y - 11, 4>, <K*62 + 2.5, Y - 3, 14> texture { DarkWood rotate z*90 } } #local K = K + 1; #end
  }
#end
Plank(12, 1) Plank(50, 2)
#macro Wet(S) texture { pigment { average pigment_map {
   [1 bozo turbulence 0.4 scale <6, 9, 6> translate S color_map { [0.15 srgb <0.46, 0.385, 0.325>] [0.85 srgb <0.585, 0.505, 0.435>] }]
   [0.7 granite scale 2 translate S color_map { [0 srgb <0.42, 0.35, 0.295>] [1 srgb <0.64, 0.56, 0.48>] }]
   [0.7 bozo scale <4, 0.3, 4> color_map { [0 srgb <0.46, 0.39, 0.33>] [1 srgb <0.60, 0.52, 0.45>] }] } }
   normal { ClayBump } finish { diffuse 0.8 specular 0.05 roughness 0.1 } } #end
// upper shelf: cups and lamps in a row
#declare R1 = seed(5);
#declare K = 0;
#while (K < 9)
  object { #switch (mod(K, 3)) #case (0) M_cup1 #break #case (1) M_cup2 #break #else M_cup3 #end
    #if (K < 5) Wet(K*3) #else Clay(K) #end
    rotate y*360*rand(R1) translate <-47 + K*10.4 + rand(R1)*1.2, 50, -2 + 2.5*(rand(R1) - 0.5)> }
  #declare K = K + 1;
#end
object { M_jug_lid Clay(3) translate <52, 50, 2> } object { M_jug_lid Clay(5) rotate <0, 60, 2> translate <52.4, 51.6, 2.2> } object { M_jug_lid Clay(7) rotate <-2, 160, 0> translate <51.8, 53.2, 2> }
// lower shelf: jugs and vases
object { M_jug Wet(4) rotate y*20 scale 0.92 translate <-43, 12, 0> }
object { M_vase Wet(9) rotate y*70 translate <-20, 12, 1.5> }
object { M_vase Wet(15) rotate y*200 scale <0.97, 1.02, 0.97> translate <-1.5, 12, -0.5> }
object { M_vase Clay(5) rotate y*300 scale <1.02, 0.96, 1.02> translate <17.0, 12, 0.8> }
object { M_jug Clay(6) rotate y*130 scale 0.94 translate <41, 12, 0> }
object { M_lamp1 Clay(2) rotate y*140 translate <24.5, 12, -7.0> }
object { M_lamp2 Clay(4) rotate y*80 translate <-31.0, 12, -6.8> }
